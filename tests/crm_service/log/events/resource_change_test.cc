#include "crm_service/log/events/resource_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Contact;
using v1::Deal;

Deal Chairs() {
  Deal deal;
  deal.set_id(7);
  deal.set_name("Стулья");
  deal.set_stage("new");
  deal.mutable_amount()->set_minor(100);
  deal.mutable_amount()->set_currency("RUB");
  deal.set_etag(1);
  return deal;
}

v1::ResourceChange Between(const google::protobuf::Message& before, const google::protobuf::Message& after) {
  return ChangeOf(&before, after);
}

// The packed resource's fields in text; fails if it is of another type.
template <class Resource>
std::string TextOf(const google::protobuf::Any& packed) {
  Resource resource;
  EXPECT_TRUE(packed.UnpackTo(&resource)) << packed.type_url();
  return resource.DebugString();
}

TEST(ResourceChange, OfANewResourceHasNothingBefore) {
  const auto change = ChangeOf(nullptr, Chairs());
  EXPECT_EQ(change.kind(), v1::ResourceChange::KIND_CREATED);
  EXPECT_EQ(change.resource_id(), 7);
  EXPECT_EQ(TextOf<Deal>(change.after()), Chairs().DebugString());
  EXPECT_FALSE(change.has_before());
  EXPECT_FALSE(change.has_changed());
}

TEST(ResourceChange, HoldsTheWholeResourceAfter) {
  auto after = Chairs();
  after.set_name("Столы");
  const auto change = Between(Chairs(), after);
  EXPECT_EQ(change.kind(), v1::ResourceChange::KIND_UPDATED);
  EXPECT_EQ(change.resource_id(), 7);
  EXPECT_EQ(TextOf<Deal>(change.after()), after.DebugString());
}

TEST(ResourceChange, NamesTheChangedFieldsInTheOrderOfTheirNumbers) {
  auto after = Chairs();
  after.set_etag(2);
  after.mutable_offer_deadline()->set_seconds(1);
  after.clear_stage();
  after.set_name("Столы");
  EXPECT_THAT(Between(Chairs(), after).changed().paths(), ElementsAre("name", "stage", "offer_deadline", "etag"));
}

TEST(ResourceChange, NamesNothingIfTheStatesAreEqual) {
  const auto change = Between(Chairs(), Chairs());
  EXPECT_THAT(change.changed().paths(), IsEmpty());
  EXPECT_EQ(TextOf<Deal>(change.before()), "");
}

TEST(ResourceChange, HoldsOnlyTheChangedFieldsBefore) {
  auto after = Chairs();
  after.set_name("Столы");
  after.set_loss_reason("price");
  Deal name;
  name.set_name("Стулья");
  const auto change = Between(Chairs(), after);
  EXPECT_EQ(TextOf<Deal>(change.before()), name.DebugString());
  EXPECT_FALSE(change.has_omitted());
}

TEST(ResourceChange, NamesAMessageOnceAndHoldsAllOfItBefore) {
  auto after = Chairs();
  after.mutable_amount()->set_minor(200);
  after.mutable_amount()->set_currency("USD");
  Deal amount;
  *amount.mutable_amount() = Chairs().amount();
  const auto change = Between(Chairs(), after);
  EXPECT_THAT(change.changed().paths(), ElementsAre("amount"));
  EXPECT_EQ(TextOf<Deal>(change.before()), amount.DebugString());
}

TEST(ResourceChange, HoldsAllOfAChangedListBefore) {
  Contact before;
  before.add_phones("+79160000001");
  before.add_phones("+79160000002");
  auto after = before;
  after.add_phones("+79160000003");
  const auto change = Between(before, after);
  EXPECT_THAT(change.changed().paths(), ElementsAre("phones"));
  EXPECT_EQ(TextOf<Contact>(change.before()), before.DebugString());
}

TEST(ResourceChange, NamesEachEntryThatIsAFieldAndHoldsOnlyThoseBefore) {
  auto before = Chairs();
  for (const char* key : {"same", "other", "gone"}) (*before.mutable_fields())[key].set_text(key);
  auto after = before;
  (*after.mutable_fields())["other"].set_text("new");
  (*after.mutable_fields())["added"].set_yes(false);
  after.mutable_fields()->erase("gone");
  Deal changed;
  for (const char* key : {"other", "gone"}) (*changed.mutable_fields())[key].set_text(key);
  const auto change = Between(before, after);
  EXPECT_THAT(change.changed().paths(), ElementsAre("fields.added", "fields.gone", "fields.other"));
  EXPECT_EQ(TextOf<Deal>(change.before()), changed.DebugString());
}

// A later release may have written them.
TEST(ResourceChange, NeitherNamesNorHoldsFieldsThatItDoesNotKnow) {
  auto before = Chairs();
  before.GetReflection()->MutableUnknownFields(&before)->AddLengthDelimited(3, "of a known number, but not as a name");
  before.GetReflection()->MutableUnknownFields(&before)->AddVarint(9000, 1);
  auto after = Chairs();
  after.set_name("Столы");
  Deal name;
  name.set_name("Стулья");
  const auto change = Between(before, after);
  EXPECT_THAT(change.changed().paths(), ElementsAre("name"));
  EXPECT_EQ(TextOf<Deal>(change.before()), name.DebugString());
}

TEST(ResourceChange, LeavesOutTheLargestValuesBeforeAndSaysSo) {
  auto before = Chairs();
  before.set_loss_comment(std::string(kMostBytesBefore, 'x'));
  before.set_loss_reason(std::string(kMostBytesBefore + 1, 'x'));
  auto after = Chairs();
  after.set_name("Столы");
  Deal name;
  name.set_name("Стулья");
  const auto change = Between(before, after);
  EXPECT_THAT(change.changed().paths(), ElementsAre("name", "loss_reason", "loss_comment"));
  EXPECT_THAT(change.omitted().paths(), ElementsAre("loss_reason", "loss_comment"));
  EXPECT_EQ(TextOf<Deal>(change.before()), name.DebugString());
}

}  // namespace
}  // namespace voronka::crm
