#include "foundation/rpc/requests/field_rules.h"

#include <gtest/gtest.h>

#include "sheet.pb.h"

namespace voronka::rpc {
namespace {

bool IsUnbounded(const google::protobuf::Descriptor& type, const std::string& field) {
  return FieldRules::Of(*type.FindFieldByName(field)).unbounded;
}

class FieldsWithoutBounds : public ::testing::TestWithParam<std::string> {};

TEST_P(FieldsWithoutBounds, AreReported) { EXPECT_TRUE(IsUnbounded(*notes::v1::Unbounded::descriptor(), GetParam())); }

INSTANTIATE_TEST_SUITE_P(Each, FieldsWithoutBounds,
                         ::testing::Values("text", "number", "list", "fraction", "span", "data", "half"),
                         [](const auto& each) { return each.param; });

TEST(FieldRules, NeedNoBoundsForOutputOnlyFields) {
  EXPECT_FALSE(IsUnbounded(*notes::v1::Unbounded::descriptor(), "told"));
  EXPECT_FALSE(IsUnbounded(*notes::v1::Unbounded::descriptor(), "flag"));
}

TEST(FieldRules, FindTheBoundsOfEveryKind) {
  const auto& type = *notes::v1::Sheet::descriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    EXPECT_FALSE(FieldRules::Of(*type.field(i)).unbounded) << type.field(i)->name();
  }
}

TEST(FieldRules, UseTheBoundsOfAFormat) {
  const auto& type = *notes::v1::Formats::descriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    EXPECT_FALSE(FieldRules::Of(*type.field(i)).unbounded) << type.field(i)->name();
  }
}

}  // namespace
}  // namespace voronka::rpc
