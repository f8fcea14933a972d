"""What a picture file says about itself: IPTC, XMP and EXIF, read and written."""
