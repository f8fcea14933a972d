"""Whether a word that no list holds is rightly formed from one that a list holds.

Cutting a word into pieces accepts too much: *dibuku* is *di-* and *buku*, and no
word. So a form is right only when its fellows are: a passive needs its active
(*dirilis, merilis*), *pe(N)-…-an* a verb, *ke-…-an* something that can be more or
less so. And a form one slip away from a far more common word is that word mistyped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsroom.language.affixes import Parts, has_early_er, prefixed, take_apart
from newsroom.language.lexicon import Lexicon
from newsroom.language.loans import LONG_LOAN, Loans
from newsroom.language.mistyped import looks_mistyped
from newsroom.language.neighbours import Neighbours

# Which suffixes go with which prefix.
_VERBAL = ("", "kan", "i")
FORMS: dict[str, tuple[str, ...]] = {
    "": ("kan", "i", "an"),
    "me": _VERBAL,
    "di": _VERBAL,
    "ter": _VERBAL,
    "ku": _VERBAL,
    "kau": _VERBAL,
    "ber": ("", "kan", "an"),
    "pe": ("", "an"),
    "per": ("an", "", "kan", "i"),
    "ke": ("an",),
    "se": ("", "an"),
    "memper": _VERBAL,
    "diper": _VERBAL,
    "teper": _VERBAL,
    "pemer": ("an",),
    "member": ("kan",),
    "diber": ("kan",),
    "pember": ("an",),
    "keber": ("an",),
    "keter": ("an",),
    "ketidak": ("an",),
    "ketak": ("an",),
    "berke": ("an",),
}
# Which suffixes close a word of two that a prefix opens, and how common each of the two is.
_AROUND_TWO = {"me": ("kan", "i"), "di": ("kan", "i"), "pe": ("an",), "per": ("an",), "ke": ("an",)}
_OF_TWO = 3.5
# Loans with these endings are nouns from which verbs are freely made.
_LOAN_ENDINGS = ("si", "isme", "itas", "asi")
_DESCRIBING = ("al", "if", "is", "ik", "or", "er")
# Bound forms that any word may follow (EYD V, II.B.1.b).
_BOUND = (
    "adi", "aero", "agro", "antar", "anti", "audio", "bi", "bio", "catur", "dasa", "dwi", "eka",
    "eko", "eks", "ekstra", "elektro", "geo", "hidro", "hiper", "infra", "inter", "intra", "ko",
    "kontra", "kuasi", "lintas", "maha", "makro", "manca", "mega", "mikro", "mini", "mono",
    "multi", "nano", "neo", "nir", "non", "pan", "panca", "para", "pasca", "pra", "pramu", "pro",
    "proto", "psiko", "purna", "re", "sapta", "semi", "serba", "sosio", "sub", "super", "supra",
    "swa", "tan", "tele", "trans", "tri", "tuna", "ultra", "wira",
)  # fmt: skip
_LEAST_REST = {2: 6, 3: 5}  # after short forms, which many words begin with: re-da, tri-ko
_USUAL = 3.2  # with a clitic, a word this common is taken as it stands
# A word that has but a clitic behind it is taken for a slip of one this much more common than
# the bare word.
_MORE_THAN_BARE = 1.0
_MORE_THAN_ACTIVE = 2.0
_RARE = 4.0
_FAMILIAR = 4.3
_SMALL_WORDS = ("kan", "nya", "pun", "lah", "kah", "tah", "dan", "ini", "itu", "aku", "ada")
_ASKING = ("apa", "siapa", "mana", "bila", "berapa", "bagaimana", "mengapa")
_MAY_BE_MELTED = "aiueomn"
_BEYOND = 0.5


class Formation:
    """Judges words in lower case by their parts: is a word in use, or rightly formed of such?

    ``holds`` says whether a dictionary holds a word as it stands.
    """

    def __init__(
        self, lexicon: Lexicon, neighbours: Neighbours, holds: Callable[[str], bool]
    ) -> None:
        self._lexicon = lexicon
        self._neighbours = neighbours
        self._holds = holds
        self._loans = Loans(lexicon, neighbours, self._is_listed)
        self.is_word = cache(self._is_word)
        self._is_formed = cache(self._is_formed_anew)

    def _is_word(self, word: str) -> bool:
        """Say whether a word is in a list or rightly formed."""
        if word in self._lexicon.misspelt:
            return False
        return self._is_listed(word) or self._is_formed(word)

    def _is_listed(self, word: str) -> bool:
        return word in self._lexicon.zipf or self._holds(word)

    def _is_possible(self, parts: Parts) -> bool:
        """Say whether *-tah* stands, if it does, after one of the few words that take it."""
        return parts.particle != "tah" or (
            parts.base in _ASKING and not parts.prefix and not parts.clitic
        )

    def _is_formed_anew(self, word: str) -> bool:
        if len(word) < 5:
            return False
        ways = [parts for parts in take_apart(word) if self._is_possible(parts)]
        tailed = [parts.base for parts in ways if _is_only_tailed(parts)]
        cores = [core for core in tailed if self._is_listed(core)]
        usual = max((self._frequency(core) for core in cores), default=0.0)
        if usual >= _USUAL and not looks_mistyped(self._lexicon, word, usual + _MORE_THAN_BARE):
            return True
        if self._is_passive_of_known(word, ways):
            return True
        right = [parts for parts in ways if self._is_right(parts, word)]
        if any(self._is_whole(parts) for parts in right):
            return True
        if right:
            usual = max(self._frequency(parts.base) for parts in right)
            # A base that only looks like a loan: mengidenkifikasi.
            if any(self._loans.is_loan(parts.base) for parts in right) and not usual:
                return not self._neighbours.two_edits(word)
            return not looks_mistyped(self._lexicon, word, beyond=_BEYOND if usual < _RARE else 0.0)
        if self._loans.has_kin(word):
            return True
        return self._is_put_together(word, ways, cores) and not looks_mistyped(self._lexicon, word)

    def _is_put_together(self, word: str, ways: list[Parts], cores: list[str]) -> bool:
        return (
            bool(cores)
            or self._loans.is_loan(word)
            or self._is_bound(word)
            or self._is_shortened(word)
            or any(self._is_two_words(parts, word) for parts in ways)
        )

    def _is_passive_of_known(self, word: str, ways: list[Parts]) -> bool:
        """Say whether the dictionary has the active: *haramkan, diharamkan, mengharamkan*."""
        actives = [
            prefixed("me", parts.base) + parts.suffix
            for parts in ways
            if parts.prefix in ("", "di")
            and parts.suffix in ("kan", "i")
            and len(parts.base) > 3
            and parts.base[0] != parts.base[1]
            # Letters melt in the active: mahami is none, though memahami is.
            and (parts.base[0] not in _MAY_BE_MELTED or self._is_listed(parts.base))
        ]
        known = [active for active in actives if self._is_usual(active)]
        usual = max(map(self._frequency, known), default=0.0)
        return bool(known) and not looks_mistyped(
            self._lexicon, word, max(usual, _USUAL) + _MORE_THAN_ACTIVE
        )

    def _is_usual(self, word: str) -> bool:
        return self._holds(word) or (self._frequency(word) >= _USUAL and self._is_listed(word))

    def _is_shortened(self, word: str) -> bool:
        """Say whether a prefix is other than usual: *tecermin, pemrotes, peselancar*."""
        if word.startswith("pe") and len(word) > 6 and self._is_listed(prefixed("ber", word[2:])):
            return word[2:] in self._lexicon.roots
        if word.startswith("te") and has_early_er(word[2:]):
            return self._is_listed("ter" + word[2:])
        return word.startswith("pemr") and any(
            self._is_verb(parts.base, "")
            for parts in take_apart("pempr" + word[4:])
            if parts.prefix == "pe" and parts.suffix in ("", "an") and not parts.particle
        )

    def _is_bound(self, word: str) -> bool:
        """Say whether a word is a bound form and another word: *antikekerasan, dwikutub*."""
        return any(
            word.startswith(form)
            and len(rest := word[len(form) :]) >= _LEAST_REST.get(len(form), 4)
            and (rest in self._lexicon.zipf or self._is_listed(rest) or self._is_formed(rest))
            for form in _BOUND
        )

    def _is_right(self, parts: Parts, word: str) -> bool:
        prefix, base, suffix = parts.prefix, parts.base, parts.suffix
        core = prefixed(prefix, base) + suffix
        if parts.clitic or parts.particle:
            return (
                core + parts.tail[len(suffix) :] == word
                and len(core) > 2
                and (self._is_listed(core) or (bool(prefix or suffix) and self._is_core(parts)))
            )
        return core == word and bool(prefix or suffix) and self._is_core(parts)

    def _is_core(self, parts: Parts) -> bool:
        """Judge prefix, base and suffix together, clitic and particle left aside."""
        prefix, base, suffix = parts.prefix, parts.base, parts.suffix
        if suffix not in FORMS.get(prefix, ()) or not self._is_base(base):
            return False
        if suffix == "i" and base.endswith("i"):
            return False
        loan = base.endswith(_LOAN_ENDINGS) and len(base) > 6
        root = len(base) > 3 and base in self._lexicon.roots
        # A form of a common root that no list holds is seldom one: termeja.
        rare_root = root and self._frequency(base) < _RARE
        if prefix == "":
            if suffix == "an":
                return len(base) > 3 and (self._is_long_root(base) or self._holds(base))
            return self._is_verb(base, suffix) or (
                loan and suffix == "kan" and self._is_listed(base)
            )
        if prefix in ("di", "ter", "ku", "kau"):
            if self._is_verb(base, suffix) or loan:
                return True
            if suffix == "":
                return prefix == "ter" and (self._is_graded(base) or rare_root)
            return self._is_verb(base, "") or self._has_fellow(base, suffix)
        if prefix == "me":
            if loan or rare_root or self._has_fellow(base, suffix) or self._is_long_root(base):
                return True
            return suffix != "" and (
                root or self._is_verb(base, "") or self._frequency(base) >= 3.3
            )
        if prefix == "pe":
            return (
                loan
                or self._is_long_root(base)
                or any(self._is_verb(base, ending) for ending in _VERBAL)
            )
        if prefix == "per" and suffix != "an":
            return self._is_listed("memper" + base + suffix)
        if prefix == "per":
            return root or self._is_listed(prefixed("ber", base)) or self._is_verb("per" + base, "")
        if prefix == "ke":
            return (
                self._is_graded(base)
                or rare_root
                or self._is_long_root(base)
                or base.startswith(("pe", "ber", "ter", "se"))
            )
        if prefix in ("ketidak", "ketak", "ber"):
            return len(base) > 3 or base not in _SMALL_WORDS
        if prefix == "se":
            return suffix == "" and (root or self._is_graded(base) or base.endswith("an"))
        return len(base) > 3 and (root or loan or self._has_fellow(base, suffix))

    def _is_base(self, base: str) -> bool:
        if len(base) < 3 or "-" in base:
            return False
        if len(base) == 3:
            return self._frequency(base) >= 4.0 and self._is_listed(base)
        return (
            self._is_listed(base)
            or self._loans.is_loan(base)
            or (len(base) >= LONG_LOAN and self._is_bound(base))
        )

    def _is_long_root(self, base: str) -> bool:
        return len(base) > 4 and base in self._lexicon.roots

    def _is_whole(self, parts: Parts) -> bool:
        """Say whether a long root stands between affixes as no slip would leave it: *berjubah*."""
        if not self._is_long_root(parts.base):
            return False
        return parts.prefix == "ber" or (len(parts.base) > 5 and parts.suffix in ("kan", "i"))

    def _is_two_words(self, parts: Parts, word: str) -> bool:
        """Say whether two words are joined between a prefix and a suffix: *pengalihsuaraan*.

        They are written as one only with both (EYD V, II.B.3.b).
        """
        base = parts.base
        return (
            parts.prefix in _AROUND_TWO
            and parts.suffix in _AROUND_TWO[parts.prefix]
            and parts.join() == word
            and any(
                self._frequency(base[:at]) >= _OF_TWO and self._frequency(base[at:]) >= _OF_TWO
                for at in range(4, len(base) - 3)
            )
        )

    def _is_verb(self, base: str, suffix: str) -> bool:
        """Say whether an active with *me(N)-* is known.

        Without a suffix that of a common base must be in use: hunspell forms *membuku* from
        *buku*, but there is no *dibuku*.
        """
        active = prefixed("me", base) + suffix
        if not suffix and self._frequency(base) >= _FAMILIAR and not self._frequency(active):
            return False
        return self._is_listed(active)

    def _has_fellow(self, base: str, suffix: str) -> bool:
        """Say whether a passive or another form of the same verb is known."""
        return any(
            self._is_listed(form)
            for form in (
                "di" + base + suffix,
                "ter" + base + suffix,
                prefixed("pe", base),
                prefixed("pe", base) + "an",
                prefixed("ber", base),
            )
        )

    def _is_graded(self, base: str) -> bool:
        """Say whether something can be more or less so: *rumit, kerumitan, terumit*."""
        return (
            self._is_listed(f"ke{base}an")
            or self._is_listed(prefixed("ter", base))
            or base.endswith(_DESCRIBING)
        )

    def _frequency(self, word: str) -> float:
        return self._lexicon.frequency(word)


class StandardFormation(Formation):
    """Judges by what dictionaries hold: what is merely in use (*didownload*) makes nothing right.

    Lists made from texts hold *dirumah* and *siapapun* too. So *-pun* counts only where a
    dictionary has it.
    """

    def _is_listed(self, word: str) -> bool:
        return word in self._lexicon.roots or word in self._lexicon.loans or self._holds(word)

    def _is_possible(self, parts: Parts) -> bool:
        return parts.particle != "pun" and super()._is_possible(parts)


def _is_only_tailed(parts: Parts) -> bool:
    """Say whether nothing but a clitic or a particle was taken off, and enough is left."""
    bare = not parts.prefix and not parts.suffix
    return bare and bool(parts.clitic or parts.particle) and len(parts.base) > 3
