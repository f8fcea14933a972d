"""Reading what WordPress exports (WXR): one item at a time, however large or damaged the file."""
