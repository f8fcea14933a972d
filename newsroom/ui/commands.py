"""What each of the window's actions does; dialogs are loaded when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.kinds import PACKED, SETTINGS, is_story_file
from newsroom.ui.desk_view.at_desk import AtDesk
from newsroom.ui.dropping import may_be_archive
from newsroom.ui.handover.handing import Handing
from newsroom.ui.photo_ways import PhotoWays
from newsroom.ui.queue.filtering import Filtering
from newsroom.ui.queue.list_commands import ListCommands
from newsroom.ui.sites.site_commands import SiteCommands
from newsroom.ui.story_commands import StoryCommands
from newsroom.ui.work.held_keys import HeldKeys

if TYPE_CHECKING:
    from newsroom.ui.dialogs.palette import CommandPalette
    from newsroom.ui.main_window import MainWindow

# What can't be done while no story lies open; what is done about findings comes to it.
_NEED_STORY = (
    "save", "save_copy", "discard", "export", "publish", "copy_html", "copy_rich", "copy_whatsapp",
    "copy_short", "preview", "find", "suggest", "put_right",
    "snippets", "target", "preview_beside", "undo", "redo", "bold", "italic", "heading",
    "quote", "list", "numbered_list", "link", "add_photo", "edit_photo",
    "add_folder", "card_photos", "paste_photo", "versions", "answer", "amend",
    "trail",
)  # fmt: skip


class Commands(QObject):
    """Opens the dialogs and files itself; the rest it hands to whoever does it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette: CommandPalette | None = None  # comes when it is first asked for
        self.of_story = StoryCommands(window, self)
        self.of_list = ListCommands(window)
        self.filtering = Filtering(window)
        self.of_sites = SiteCommands(window)
        self.handing = Handing(window)
        self.at_desk = AtDesk(window)
        self.photo_ways = PhotoWays(window, self._add_photos)
        self.keys = HeldKeys(self)
        # After the page has shown the story that was opened.
        later = Qt.ConnectionType.QueuedConnection
        window.desk.opened.connect(self.keys.let_go, later)
        window.desk.failed.connect(self.keys.let_go, later)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each entry of the table of actions does."""
        window = self._window
        return {
            "new": lambda: window.leaving(self._new),
            "template": self.choose_template,
            "paste_story": self.paste_story,
            "import": self.choose_file,
            "sample": lambda: window.leaving(window.desk.open_sample),
            **self.of_story.slots(),
            **self.of_list.slots(),
            **self.filtering.slots(),
            **self.of_sites.slots(),
            **self.handing.slots(),
            **self.at_desk.slots(),
            **window.uploads.slots(),
            **window.standing.slots(),
            "archive": lambda: self.open_archive(),
            "backups": self.open_backups,
            "settings": lambda: self.open_settings(),
            "quit": window.close,
            "undo": lambda: window.field().undo(),
            "redo": lambda: window.field().redo(),
            "paste_plain": lambda: window.field().paste_plain(),
            "find": window.show_find_bar,
            "find_story": window.find_story,
            "snippets": lambda: window.aids.show_snippets(window.field()),
            "smart_typing": lambda on: window.aids.type_smartly(on),
            "complete_names": lambda on: window.aids.complete_names(on),
            "bold": lambda: window.page.body.toggle_bold(),
            "italic": lambda: window.page.body.toggle_italic(),
            "heading": lambda: window.page.body.toggle_heading(),
            "quote": lambda: window.page.body.toggle_quote(),
            "list": lambda: window.page.body.toggle_list(),
            "numbered_list": lambda: window.page.body.toggle_numbered_list(),
            "link": self.link,
            "add_photo": self.choose_photos,
            "edit_photo": lambda: self.edit_photo(),
            **self.photo_ways.slots(),
            "suggest": lambda: window.field().show_suggestions(),
            "put_right": lambda: window.aids.put_right(window.field()),
            **window.reviewing.slots(),
            **window.copy_desk.slots(),
            **window.versioning.slots(),
            "words": self.open_words,
            "preview": window.show_preview,
            "queue": lambda shown: window.columns.left.setVisible(shown),
            "inspector": lambda shown: window.columns.right.setVisible(shown),
            "target": lambda: window.counting.open_menu(),
            "preview_beside": lambda on: window.beside.show(on),
            "next_region": lambda: window.regions.go(1),
            "previous_region": lambda: window.regions.go(-1),
            **window.viewing.slots(),
            "dark": lambda dark: window.theme.use(dark),
            "palette": self.open_palette,
            "keys": self.open_keys,
        }

    def enable(self, is_open: bool) -> None:
        """Offer what needs a story only while one lies open."""
        window = self._window
        needing = (window.reviewing, window.copy_desk, self.handing)
        for name in (*_NEED_STORY, *(name for one in needing for name in one.slots())):
            window.actions_[name].setEnabled(is_open)

    # Stories and files.

    def _new(self) -> None:
        """Open a blank story, once the old one is safe; what is typed meanwhile is for the new."""
        desk = self._window.desk
        before = desk.story
        desk.new()
        if desk.story is before:  # it waits for the old one to be saved
            self.keys.hold()

    def choose_template(self) -> None:
        """Begin a story from a template."""
        from newsroom.ui.templating import open_templates

        open_templates(self._window)

    def paste_story(self) -> None:
        """Make a story of text from elsewhere."""
        from newsroom.ui.dialogs.paste_dialog import PasteDialog

        window = self._window
        dialog = PasteDialog(window.theme, window.desk.newsroom.split, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.story_made.connect(lambda story: window.leaving(lambda: window.desk.take_in(story)))
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a file and open the story in it."""
        from newsroom.ui.dialogs import files

        if path := files.ask_story(self._window):
            self.take_files([path])

    def take_files(self, paths: Iterable[Path]) -> None:
        """Open the stories among some files, add the pictures, offer to import archives."""
        texts, handed, pictures, unknown = [], [], [], []
        for path in paths:
            if path.suffix.casefold() == SETTINGS:
                self.open_settings(path)
            elif path.name.casefold().endswith(PACKED):
                handed.append(path)
            elif is_story_file(path.name):
                texts.append(path)
            else:
                (unknown if may_be_archive(path) else pictures).append(path)
        for path in texts:
            self._read(path)
        if handed:
            self.handing.take(handed)
        self._take_pictures(pictures)
        if unknown:
            from newsroom.ui.archive.archiving import sort_out

            sort_out(self._window, unknown, self.open_archive, self._take_pictures)

    # What goes into the story.

    def link(self) -> None:
        """Ask for an address and make a link to it, or change the link there is."""
        from newsroom.ui.dialogs.link_dialog import ask_link

        body = self._window.page.body
        known = body.link_here()
        address = ask_link(self._window.theme, self._window, known.address if known else "")
        if address is not None:
            body.set_link(address)
            body.setFocus()

    def choose_photos(self) -> None:
        """Ask for pictures and add them to the story."""
        from newsroom.ui.dialogs import files

        self._add_photos(files.ask_photos(self._window))

    def edit_photo(self, index: int | None = None) -> None:
        """Open a photo to be cut, turned, brightened or blurred; the one at hand by default."""
        from newsroom.ui import photo_editing

        window = self._window
        index = photo_editing.photo_at_hand(window) if index is None else index
        if index is None:
            window.banner.say(self.tr("Naskah ini belum punya foto."), "warning")
        else:
            photo_editing.edit_photo(window, index)

    # What helps.

    def open_words(self) -> None:
        """Show the words that have been learnt and what is ignored."""
        from newsroom.ui.dialogs.words_dialog import WordsDialog

        window = self._window
        dialog = WordsDialog(window.theme, window.desk.words, window.desk.ignoring, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_settings(self, shared: Path | None = None) -> None:
        """Show what the newsroom sets for itself, and what a colleague's file would change."""
        from newsroom.ui.settling import Settling

        if self._window.findChild(Settling) is None:
            Settling(self._window).open(shared)

    def open_backups(self) -> None:
        """Show the backups, and what can be done with them."""
        from newsroom.ui.archive.backing_up import BackingUp

        if self._window.findChild(BackingUp) is None:
            BackingUp(self._window).open()

    def open_archive(self, paths: Sequence[Path] = ()) -> None:
        """Let a person take in an old archive, which may be known already."""
        from newsroom.ui.archive.archiving import Archiving

        if (open_ := self._window.findChild(Archiving)) is None:
            Archiving(self._window).open(paths)
        elif paths:
            open_.take(paths)

    def open_palette(self) -> None:
        """Let a person look for an action by its words."""
        from newsroom.ui.dialogs.palette import CommandPalette

        window = self._window
        if self.palette is None:
            self.palette = CommandPalette(window.theme, window.actions_, window)
        self.palette.open()

    def open_keys(self) -> None:
        """Show the list of all keys."""
        from newsroom.ui.dialogs.keys_help import KeysHelp

        help_ = KeysHelp(self._window)
        help_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_.open()

    # Within.

    def _read(self, path: Path) -> None:
        self._window.leaving(lambda: self._window.desk.read_file(path))

    def _take_pictures(self, paths: list[Path]) -> None:
        if paths and self._window.desk.story is None:
            message = self.tr("Buka atau buat naskah dulu, lalu tambahkan fotonya.")
            self._window.banner.say(message, "warning")
        else:
            self._add_photos(paths)

    def _add_photos(self, paths: list[Path]) -> None:
        if paths:
            self._window.show_tab("photos")
            self._window.desk.add_photos(paths)
