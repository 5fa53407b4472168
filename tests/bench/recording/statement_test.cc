#include "tests/bench/recording/statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::bench {
namespace {

using storage::Bytes;
using storage::Value;
using ::testing::ElementsAre;
using ::testing::Optional;

constexpr char kInsert[] = "INSERT INTO notes (a, b) VALUES (?, ?)";

TEST(Parameters, AreReadFromTheLoggedText) {
  EXPECT_THAT(Parameters(kInsert, "INSERT INTO notes (a, b) VALUES (-42, NULL)"),
              Optional(ElementsAre(Value(-42), Value())));
}

TEST(Parameters, MayContainQuotes) {
  EXPECT_THAT(Parameters(kInsert, R"(INSERT INTO notes (a, b) VALUES ('it\'s, \\ so?', 'да\n'))"),
              Optional(ElementsAre(Value("it's, \\ so?"), Value("да\n"))));
}

TEST(Parameters, AreBytesIfTheyAreNotText) {
  EXPECT_THAT(Parameters(kInsert, R"(INSERT INTO notes (a, b) VALUES ('a\\xE9b', '\0'))"),
              Optional(ElementsAre(Value(Bytes{"a\xE9"
                                               "b"}),
                                   Value(Bytes{std::string(1, '\0')}))));
}

TEST(Parameters, AreNotReadFromAnotherStatement) {
  EXPECT_EQ(Parameters(kInsert, "INSERT INTO notes (a, b) VALUES (1, 2), (3, 4)"), std::nullopt);
  EXPECT_EQ(Parameters(kInsert, "INSERT INTO notes (a, b) VALUES (1, c)"), std::nullopt);
  EXPECT_EQ(Parameters(kInsert, "INSERT INTO notes"), std::nullopt);
}

TEST(AskingHowFarToServe, IsLeftOutAfterACommit) {
  EXPECT_THAT(WithoutAsking({"UPDATE deals", "COMMIT", "SELECT LAST_INSERT_ID()"}),
              ElementsAre("UPDATE deals", "COMMIT"));
  EXPECT_THAT(WithoutAsking({"UPDATE deals", "COMMIT"}), ElementsAre("UPDATE deals", "COMMIT"));
}

// There it says which ids were taken.
TEST(AskingHowFarToServe, IsNotAskingForIds) {
  EXPECT_THAT(WithoutAsking({"UPDATE id_sequences", "SELECT LAST_INSERT_ID()"}),
              ElementsAre("UPDATE id_sequences", "SELECT LAST_INSERT_ID()"));
}

}  // namespace
}  // namespace voronka::bench
