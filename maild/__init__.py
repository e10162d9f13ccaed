"""maild: an Ombudsman office and the focal points of agencies, coordinated by ordinary e-mail.

The rooms of this package and the directions in which they may import each other are told in
README.md ("The house") and kept by tests/test_house.py.
"""

__version__ = "0.1.0"
