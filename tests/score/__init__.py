"""`make score`: what maild makes of the mails beside the checkout, in figures, against the goals."""
