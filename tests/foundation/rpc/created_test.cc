#include "foundation/rpc/requests/created.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "sheet.pb.h"

namespace voronka::rpc {
namespace {

// What is created when a request wants this.
std::string CreatedOf(const std::string& wanted) {
  notes::v1::Sheet sheet;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(wanted, &sheet)) << wanted;
  return Created(sheet).ShortDebugString();
}

TEST(Creating, KeepsWhatNeverChangesAfterwards) {
  EXPECT_EQ(CreatedOf("title: 'Plan' key: 'plan'"), "title: \"Plan\" key: \"plan\"");
}

TEST(Creating, IgnoresWhatTheSystemSets) { EXPECT_EQ(CreatedOf("id: 3 title: 'Plan'"), "title: \"Plan\""); }

TEST(Creating, TakesATextOfBlanksAsAnEmptyOne) {
  EXPECT_EQ(CreatedOf("title: 'Plan' body: ' \u200B'"), "title: \"Plan\"");
}

TEST(Creating, KeepsAnOptionalFieldThatIsSetToNothing) {
  EXPECT_EQ(CreatedOf("title: 'Plan' rank: 0"), "title: \"Plan\" rank: 0");
}

}  // namespace
}  // namespace voronka::rpc
