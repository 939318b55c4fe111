"""The shell behind a pseudo-terminal, as a person would use it."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

import pexpect

PROMPT = "isnad> "
CONTINUATION = "  ...> "
# The shell asks the terminal to mark pastes while it edits a line, and for nothing while it works.
EDITING, WORKING = "\x1b[?2004h", "\x1b[?2004l"
PATIENCE = 15

binary = None


def clean(text):
    """What is left of terminal output without escape sequences and carriage returns."""
    return re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|[()=>].?)|[\r\a\x0f]", "", text)


class Home:
    """A home folder of its own for each scenario."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="isnad-pty-")

    def file(self, name, text=None, mode=None):
        path = os.path.join(self.path, name)
        if text is not None:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        if mode is not None:
            os.chmod(path, mode)
        return path

    def read(self, name):
        with open(self.file(name), encoding="utf-8", newline="") as file:
            return file.read()

    def environment(self, **changes):
        environment = {
            "HOME": self.path, "PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8", "TMPDIR": self.path,
            "ISNAD_HISTORY": self.file("history"),
        }
        environment.update(changes)
        return {name: value for name, value in environment.items() if value is not None}

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, *arguments, stdin="", cwd=None, **changes):
        """The program without a terminal: exit code, standard output, standard error."""
        done = subprocess.run(
            [binary, *arguments], input=stdin.encode(), capture_output=True, timeout=60, cwd=cwd or self.path,
            env=self.environment(**changes))
        return done.returncode, done.stdout.decode(), done.stderr.decode()


class Terminal:
    def __init__(self, home, *arguments, size=(24, 80), marks=True, cwd=None, **changes):
        self.marks = marks
        self.child = pexpect.spawn(
            binary, list(arguments), env=home.environment(**changes), dimensions=size, cwd=cwd or home.path,
            encoding="utf-8", codec_errors="replace", timeout=PATIENCE)
        # Nothing here types faster than a person by accident; the delay before each send is for passwords.
        self.child.delaybeforesend = None
        self.greeting = self.wait()

    def wait(self, prompt=PROMPT):
        """What is printed until the next prompt."""
        if self.marks:
            self.child.expect_exact(EDITING)
            printed = self.child.before
            self.child.expect_exact(prompt)
            return clean(printed)
        self.child.expect_exact(prompt)
        return clean(self.child.before)

    def type(self, text):
        self.child.send(text)

    def press(self, text="\r", prompt=PROMPT):
        """Sends a key that ends the line; the answer up to the next prompt."""
        self.child.send(text)
        if self.marks:
            self.child.expect_exact(WORKING)
        return self.wait(prompt)

    def enter(self, line, prompt=PROMPT):
        self.type(line)
        return self.press(prompt=prompt)

    def paste(self, text):
        self.child.send("\x1b[200~" + text + "\x1b[201~")

    def see(self, text, timeout=PATIENCE):
        """Waits until `text` is printed."""
        self.child.expect_exact(text, timeout=timeout)

    def settle(self, seconds=0.15):
        """What is printed within a moment, for what has no end of its own."""
        printed, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                printed += self.child.read_nonblocking(4096, timeout=0.05)
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                break
        return clean(printed)

    def resize(self, rows, columns):
        self.child.setwinsize(rows, columns)

    def signal(self, number):
        self.child.kill(number)

    @property
    def state(self):
        """T when stopped, S when it waits."""
        with open(f"/proc/{self.child.pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0]

    def wait_for_state(self, state):
        end = time.monotonic() + PATIENCE
        while self.state != state:
            assert time.monotonic() < end, f"state {self.state}, not {state}"
            time.sleep(0.02)

    def finish(self):
        """Leaves the shell; its exit code."""
        self.child.send("\x15.quit\r")
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus

    def end(self):
        """The exit code of a shell that ends by itself."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus

    def close(self):
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
        self.child.close(force=True)
