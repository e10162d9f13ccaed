"""The demo: embedded servers on loopback, invented people, and the real daemon between them."""
