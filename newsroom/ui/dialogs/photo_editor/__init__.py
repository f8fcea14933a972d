"""“Sunting foto”: cutting, turning, brightening and blurring a photograph."""
