"""Stories handed from one desk to another, and what comes back.

A state is what a story was when it left a desk, or was made of two that came together. By
its uid it is known at every desk: so an old file is told from a new one, and two states are
merged by the one that both were made from. All that a file changes here is done in one
transaction: the story, its steps, its comments, its states.
"""

from newsroom.store.handovers.handovers import Handovers
from newsroom.store.handovers.taken import Taken, What

__all__ = ["Handovers", "Taken", "What"]
