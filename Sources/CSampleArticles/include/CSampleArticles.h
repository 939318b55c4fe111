#ifndef ISNAD_SAMPLE_ARTICLES_H
#define ISNAD_SAMPLE_ARTICLES_H

#include <stddef.h>

/// The built-in sample corpus as JSON Lines, one article a line, and the number of its bytes in `count`.
const unsigned char *_Nonnull isnad_sample_articles(size_t *_Nonnull count);

#endif
