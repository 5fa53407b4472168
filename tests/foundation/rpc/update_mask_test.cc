#include "foundation/rpc/requests/update_mask.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/field_mask_util.h>
#include <gtest/gtest.h>

#include "foundation/rpc/requests/error.h"
#include "sheet.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::util::FieldMaskUtil;
using notes::v1::Sheet;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Sheet SheetOf(const std::string& text) {
  Sheet sheet;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &sheet)) << text;
  return sheet;
}

class UpdateMasks : public ::testing::Test {
 protected:
  // `paths` as `title,weight`.
  std::vector<std::string> Apply(const std::string& change, const std::string& paths) {
    google::protobuf::FieldMask mask;
    FieldMaskUtil::FromString(paths, &mask);
    return ApplyUpdate(SheetOf(change), mask, sheet_);
  }

  // `REASON at path` of each violation.
  std::vector<std::string> Refusals(const std::string& change, const std::string& paths) {
    const std::string before = sheet_.SerializeAsString();
    std::vector<std::string> refusals;
    try {
      Apply(change, paths);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), Code::kInvalidArgument);
      for (const auto& violation : error.violations()) refusals.push_back(violation.reason + " at " + violation.field);
    }
    EXPECT_EQ(sheet_.SerializeAsString(), before);
    return refusals;
  }

  Sheet sheet_ = SheetOf("id: 3 title: 'Plan' key: 'plan' weight: 2 phones: '1' price { minor: 1 currency: 'RUB' }");
};

TEST_F(UpdateMasks, SetTheNamedFields) {
  EXPECT_THAT(Apply("title: 'Goal' weight: 4", "title"), ElementsAre("title"));
  EXPECT_EQ(sheet_.title(), "Goal");
  EXPECT_EQ(sheet_.weight(), 2);
}

TEST_F(UpdateMasks, ClearANamedFieldThatTheChangeLacks) {
  EXPECT_THAT(Apply("", "weight,phones,price"), ElementsAre("weight", "phones", "price"));
  EXPECT_EQ(sheet_.weight(), 0);
  EXPECT_FALSE(sheet_.has_price());
  EXPECT_THAT(sheet_.phones(), IsEmpty());
}

TEST_F(UpdateMasks, ClearAnOptionalFieldThatIsSetToNothing) {
  sheet_.set_nickname("bob");
  EXPECT_THAT(Apply("nickname: ''", "nickname"), ElementsAre("nickname"));
  EXPECT_TRUE(sheet_.has_nickname());
  EXPECT_THAT(Apply("", "nickname"), ElementsAre("nickname"));
  EXPECT_FALSE(sheet_.has_nickname());
}

TEST_F(UpdateMasks, ReplaceListsAndMessagesAsAWhole) {
  EXPECT_THAT(Apply("phones: ['2', '3'] price { currency: 'USD' }", "phones,price"), ElementsAre("phones", "price"));
  EXPECT_THAT(sheet_.phones(), ElementsAre("2", "3"));
  EXPECT_EQ(sheet_.price().minor(), 0);
}

TEST_F(UpdateMasks, SetAndClearOneEntryOfAMapWhoseEntriesAreFields) {
  Apply("offers { key: 'a' value { minor: 1 } } offers { key: 'b' value { minor: 2 } }", "offers");
  EXPECT_THAT(Apply("offers { key: 'a' value { minor: 3 } } offers { key: 'c' value {} }", "offers.a,offers.b"),
              ElementsAre("offers.a", "offers.b"));
  ASSERT_EQ(sheet_.offers_size(), 1);
  EXPECT_EQ(sheet_.offers().at("a").minor(), 3);
}

TEST_F(UpdateMasks, WithoutPathsLeaveOtherEntriesThatAreFieldsAlone) {
  Apply("offers { key: 'a' value { minor: 1 } } sent { key: 'a' value: '1' }", "offers,sent");
  EXPECT_THAT(Apply("offers { key: 'b' value {} } sent { key: 'b' value: '2' }", ""), ElementsAre("sent", "offers.b"));
  EXPECT_EQ(sheet_.offers_size(), 2);
  EXPECT_EQ(sheet_.sent_size(), 1);
}

TEST_F(UpdateMasks, MayNotNameAnEntryOfAnotherMap) {
  EXPECT_THAT(Refusals("", "sent.a"), ElementsAre("UNKNOWN_FIELD at update_mask.paths[0]"));
}

TEST_F(UpdateMasks, ReportOnlyChangedFields) {
  EXPECT_THAT(Apply("title: 'Plan' weight: 3", "title,weight"), ElementsAre("weight"));
}

TEST_F(UpdateMasks, MayNameAFieldTwice) {
  EXPECT_THAT(Apply("weight: 3", "weight,weight"), ElementsAre("weight"));
  EXPECT_EQ(sheet_.weight(), 3);
}

TEST_F(UpdateMasks, WithoutPathsSetAllMutableFieldsOfTheChange) {
  EXPECT_THAT(Apply("id: 9 key: 'other' weight: 3", ""), ElementsAre("weight"));
  EXPECT_EQ(sheet_.title(), "Plan");
  EXPECT_EQ(sheet_.id(), 3);
  EXPECT_EQ(sheet_.key(), "plan");
}

TEST_F(UpdateMasks, WithAStarReplaceAllMutableFields) {
  EXPECT_THAT(Apply("id: 9 key: 'other' title: 'Goal'", "*"),
              UnorderedElementsAre("title", "weight", "phones", "price"));
  EXPECT_EQ(sheet_.SerializeAsString(), SheetOf("id: 3 key: 'plan' title: 'Goal'").SerializeAsString());
}

TEST_F(UpdateMasks, WithAStarMayNotClearRequiredFields) {
  EXPECT_THAT(Refusals("weight: 1", "*"), ElementsAre("REQUIRED at sheet.title"));
}

TEST_F(UpdateMasks, MayNotClearRequiredFields) {
  EXPECT_THAT(Refusals("", "title"), ElementsAre("REQUIRED at sheet.title"));
}

TEST_F(UpdateMasks, MayNotSetRequiredFieldsToBlanks) {
  EXPECT_THAT(Refusals("title: '\u200B \u3164'", "title"), ElementsAre("REQUIRED at sheet.title"));
  EXPECT_THAT(Refusals("title: '\u2800\u2800'", "*"), ElementsAre("REQUIRED at sheet.title"));
}

TEST_F(UpdateMasks, TakeATextOfBlanksAsAnEmptyOne) {
  sheet_.set_body("Draft");
  EXPECT_THAT(Apply("body: ' \u200B'", ""), IsEmpty());
  EXPECT_THAT(Apply("body: ' \u200B'", "body"), ElementsAre("body"));
  EXPECT_EQ(sheet_.body(), "");
}

TEST_F(UpdateMasks, MayNotNameUnknownFields) {
  EXPECT_THAT(Refusals("", "colour,nothing"), ElementsAre("UNKNOWN_FIELD at update_mask.paths[1]"));
  EXPECT_THAT(Refusals("", "price.minor"), ElementsAre("UNKNOWN_FIELD at update_mask.paths[0]"));
}

TEST_F(UpdateMasks, MayNotCombineAStarWithNames) {
  EXPECT_THAT(Refusals("title: 'Goal'", "title,*"), ElementsAre("UNKNOWN_FIELD at update_mask.paths[1]"));
}

TEST_F(UpdateMasks, MayNotNameOutputOnlyFields) {
  EXPECT_THAT(Refusals("id: 3", "id"), ElementsAre("OUTPUT_ONLY at update_mask.paths[0]"));
}

TEST_F(UpdateMasks, MayNotNameImmutableFields) {
  EXPECT_THAT(Refusals("key: 'plan'", "key"), ElementsAre("IMMUTABLE at update_mask.paths[0]"));
}

TEST_F(UpdateMasks, ReportAllViolationsAtOnce) {
  EXPECT_THAT(Refusals("", "id,title,no,key"),
              UnorderedElementsAre("OUTPUT_ONLY at update_mask.paths[0]", "REQUIRED at sheet.title",
                                   "UNKNOWN_FIELD at update_mask.paths[2]", "IMMUTABLE at update_mask.paths[3]"));
}

}  // namespace
}  // namespace voronka::rpc
