#include "foundation/rpc/requests/html_entities.h"

#include <gtest/gtest.h>

namespace voronka::rpc {
namespace {

TEST(WithoutEntities, HasTheCharactersThemselves) {
  EXPECT_EQ(WithoutEntities("O&#039;Neil &amp; Co"), "O'Neil & Co");
  EXPECT_EQ(WithoutEntities("O&#x27;Neil &quot;&laquo;К&raquo;&quot;"), "O'Neil \"«К»\"");
  EXPECT_EQ(WithoutEntities("a &lt; b&nbsp;&#1103;&#128512;"), "a < b я😀");
}

TEST(WithoutEntities, DecodesOnce) {
  EXPECT_EQ(WithoutEntities("&amp;amp;"), "&amp;");
  EXPECT_EQ(WithoutEntities("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
}

TEST(WithoutEntities, LeavesOtherTextAsItIs) {
  for (const char* text : {"", "&", "A & B; C", "R&D;", "&unknown;", "&#;", "&#x;", "&#0;", "&#27;", "&#xD800;",
                           "&#99999999;", "&#-1;", "?a=1&b=2", "<br>"}) {
    EXPECT_EQ(WithoutEntities(text), text);
  }
}

}  // namespace
}  // namespace voronka::rpc
