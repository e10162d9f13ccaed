"""`make fuzz`: damaged and hostile input for everything that reads mail, each in a child with bounds."""
