#include "notifier/inbox/excerpt.h"

#include <gtest/gtest.h>

namespace voronka::notifier {
namespace {

TEST(Excerpts, OfAShortTextAreTheWholeText) { EXPECT_EQ(Excerpt("Привет", 6), "Привет"); }

TEST(Excerpts, EndBetweenCodePoints) { EXPECT_EQ(Excerpt("Приветы", 6), "Привет…"); }

TEST(Excerpts, AreOneLine) { EXPECT_EQ(Excerpt("  раз\r\n\tдва \n", 100), "раз два"); }

TEST(Excerpts, OfNothingAreEmpty) { EXPECT_EQ(Excerpt(" \n", 10), ""); }

}  // namespace
}  // namespace voronka::notifier
