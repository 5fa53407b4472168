#include "foundation/rpc/requests/text_checks.h"

#include <gtest/gtest.h>

namespace voronka::rpc {
namespace {

TEST(IsAllShown, IsFalseForWhatNobodySees) {
  for (const char* unseen :
       {" ", "\t", "\u00A0", "\u00AD", "\u200B", "\u200D", "\u202E", "\u2060", "\u2800", "\u3164"}) {
    EXPECT_FALSE(IsAllShown("an" + std::string(unseen) + "na")) << unseen;
  }
  for (const char* shown : {"anna@demo.voronka", "анна", "änna", "a\u0308nna", ""})
    EXPECT_TRUE(IsAllShown(shown)) << shown;
}

}  // namespace
}  // namespace voronka::rpc
