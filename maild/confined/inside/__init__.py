"""The inside of the child process: bytes of one document -> its text. Imports nothing of the house.

Its modules import each other relatively, because the child knows this package by the name `inside` alone:
started without site packages, it must not pull in the rest of the house and what that holds.
"""
