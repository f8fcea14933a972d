"""The rules: kinds of rule are few and small, the rules themselves data where they can be."""
