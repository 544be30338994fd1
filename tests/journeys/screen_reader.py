"""Works a program as a screen reader does, over the accessibility bus alone: finds by role and name, acts, listens.

Runs under the system's Python, which has the bindings of the bus (python3-gi, gir1.2-atspi-2.0), as a process of its
own: a command of one line of JSON on standard input, an answer of one line on standard output.
"""

from __future__ import annotations

import json
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  after the version is chosen

PATIENCE = 20.0
STEP = 0.1
NEWS = ("object:announcement", "object:property-change", "object:children-changed", "object:state-changed")
"""What a screen reader listens to; the bus tells of no other change."""


class Reader:
    """Knows one program by the name of its process."""

    def __init__(self, process):
        self.process, self.heard = process, []
        self._listener = Atspi.EventListener.new(self._on_event)
        for news in NEWS:
            self._listener.register(news)

    def _on_event(self, event):
        if event.type == NEWS[0]:
            self.heard.append(str(event.any_data))

    def _app(self):
        desktop = Atspi.get_desktop(0)
        apps = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
        return next((app for app in apps if app is not None and app.get_process_id() == self.process), None)

    def _showing(self, at):
        """Yield what can be perceived now, in the order of the tree."""
        if at is None or not at.get_state_set().contains(Atspi.StateType.SHOWING):
            return
        yield at
        for place in range(at.get_child_count()):
            yield from self._showing(at.get_child_at_index(place))

    def nodes(self):
        app = self._app()
        windows = [] if app is None else [app.get_child_at_index(at) for at in range(app.get_child_count())]
        return [node for window in windows for node in self._showing(window)]

    def find(self, role, name):
        """Return the node with this role whose name is or begins with these words, as soon as it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                named = [node for node in self.nodes() if node.get_role_name() == role]
                for is_it in (str.__eq__, str.startswith):
                    for node in named:
                        if is_it(node.get_name() or "", name):
                            return node
            except GLib.Error:
                pass  # a node went away while it was asked
            time.sleep(STEP)
        raise LookupError(f"no {role} {name!r} among {self.read()}")

    def read(self):
        """Return the roles and names of all that is showing, as a reader goes through it."""
        while True:
            try:
                return [f"{node.get_role_name()}: {node.get_name()}" for node in self.nodes() if node.get_name()]
            except GLib.Error:
                time.sleep(STEP)  # a node went away while it was asked

    def press(self, role, name):
        node = self.find(role, name)
        actions = [node.get_action_name(at) for at in range(node.get_n_actions())]
        wanted = next(at for at, action in enumerate(actions) if action in {"Press", "Toggle", "Check"})
        return node.do_action(wanted)

    def fill(self, role, name, words):
        return self.find(role, name).set_text_contents(words)

    def wait_to_hear(self, words):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(words in said for said in self.heard):
                return True
            time.sleep(STEP)
        raise LookupError(f"{words!r} was not said; heard: {self.heard}")


def answer(reader, line):
    command, *rest = json.loads(line)
    try:
        if command == "find":
            reader.find(*rest)
            return True
        if command == "heard":
            return reader.heard
        return getattr(reader, {"press": "press", "fill": "fill", "read": "read", "hear": "wait_to_hear"}[command])(
            *rest
        )
    except LookupError as error:
        return {"fault": str(error)}


def main():
    reader = Reader(int(sys.argv[1]))
    threading.Thread(target=Atspi.event_main, daemon=True).start()
    for line in sys.stdin:
        print(json.dumps(answer(reader, line)), flush=True)  # noqa: T201  its answer


main()
