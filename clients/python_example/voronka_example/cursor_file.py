import os


class CursorFile:
    """Where the stream of notifications stopped, kept over restarts of the program. Without a path, nothing is kept."""

    def __init__(self, path):
        self._path = path

    def read(self):
        """Empty if there is none."""
        if not self._path or not os.path.exists(self._path):
            return ''
        with open(self._path, encoding='ascii') as file:
            return file.read().strip()

    def write(self, cursor):
        """Replaces the file in one step: a crash leaves the former cursor or this one."""
        if not self._path:
            return
        with open(self._path + '.next', 'w', encoding='ascii') as file:
            file.write(cursor)
        os.replace(self._path + '.next', self._path)
