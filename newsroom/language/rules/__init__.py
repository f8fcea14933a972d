"""The rules: kinds of rule are few and small, the rules themselves data where they can be.

A folder holds the rules of one matter, and none knows of another. Beside the folders stands
what all of them are made with, and the catalogues, which list them in the order of their page.
"""
