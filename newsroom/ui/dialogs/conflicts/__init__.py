"""Choosing between what two desks wrote."""
