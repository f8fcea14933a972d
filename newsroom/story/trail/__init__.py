"""The trail of a story: who did what with it, when, what was changed, and why.

A newsroom shows it for a *ralat*, or where somebody complains to the Dewan Pers: until when
which text was printed, and who had passed it (UU 40/1999 on the press, articles 1 and 5;
Pedoman Pemberitaan Media Siber, points 4 and 5).
"""
