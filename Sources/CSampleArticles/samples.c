// The sample corpus, compiled in: invented people, outlets and places.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CSampleArticles.h"

static const unsigned char articles[] = {
#embed "Articles/sample.jsonl"
};

const unsigned char *isnad_sample_articles(size_t *count) {
  *count = sizeof articles;
  return articles;
}
