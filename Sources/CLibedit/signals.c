#include "editor.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t continued;

static void (*on_interrupt)(void);

static bool ends_on_second;

static void note_interrupt(int number) {
  if (interrupted && ends_on_second) {
    signal(number, SIG_DFL);
    raise(number);
  }
  interrupted = 1;
  if (on_interrupt) on_interrupt();
}

static void note_resize(int number) { resized = 1; (void)number; }
static void note_continuation(int number) { continued = 1; (void)number; }

// libedit's own handlers (EL_SIGNAL) raise the signal again after putting the terminal back, which would end the
// shell. Without SA_RESTART a read returns, so that the flag is seen at once.
static void catch(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void isnad_catch_interrupts(bool until_second) {
  ends_on_second = until_second;
  catch(SIGINT, note_interrupt);
  catch(SIGCONT, note_continuation);
  catch(SIGWINCH, note_resize);
}

void isnad_on_interrupt(void (*action)(void)) { on_interrupt = action; }

bool isnad_is_interrupted(void) { return interrupted; }

bool isnad_take_interrupt(void) {
  bool was = interrupted;
  interrupted = 0;
  return was;
}

bool isnad_take_resize(void) {
  bool was = resized;
  resized = 0;
  return was;
}

bool isnad_take_continuation(void) {
  bool was = continued;
  continued = 0;
  return was;
}

int isnad_terminal_height(int descriptor) {
  struct winsize size;
  if (!isatty(descriptor)) return 0;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : 24;
}

int isnad_terminal_width(int descriptor) {
  struct winsize size;
  if (!isatty(descriptor)) return 0;
  // A serial line doesn't know its width.
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}
