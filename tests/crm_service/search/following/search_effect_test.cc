#include "crm_service/search/following/search_effect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using v1::ResourceChange;

template <class Resource>
v1::Event Changing(const std::vector<std::string>& fields, const Resource& after,
                   ResourceChange::Kind kind = ResourceChange::KIND_UPDATED) {
  v1::Event event;
  auto& change = *event.mutable_change();
  change.set_kind(kind);
  change.set_resource_id(7);
  change.mutable_after()->PackFrom(after);
  for (const auto& field : fields) change.mutable_changed()->add_paths(field);
  return event;
}

TEST(SearchEffect, IsNoneOfAMove) {
  const std::vector<std::string> moved = {"stage", "epoch", "etag", "update_time", "stage_enter_time"};
  EXPECT_FALSE(EffectOn(Changing(moved, v1::Deal(), ResourceChange::KIND_MOVED)));
  EXPECT_FALSE(EffectOn(Changing({"name"}, v1::Team())));
  EXPECT_FALSE(EffectOn(v1::Event()));
}

TEST(SearchEffect, IsWhatIsReadAnew) {
  const auto effect = EffectOn(Changing({"fields.pass"}, v1::Deal()));
  ASSERT_TRUE(effect);
  EXPECT_EQ(effect->kind, v1::SearchResult::KIND_DEAL);
  EXPECT_EQ(effect->id, 7);
  EXPECT_THAT(effect->others, IsEmpty());
}

TEST(SearchEffect, ReachesWhatHoldsTheWords) {
  EXPECT_THAT(EffectOn(Changing({"name"}, v1::Contact()))->others, SizeIs(1));
  EXPECT_THAT(EffectOn(Changing({"tax_number"}, v1::Company()))->others, SizeIs(2));
  EXPECT_THAT(EffectOn(Changing({"job_title"}, v1::Contact()))->others, IsEmpty());
  EXPECT_THAT(EffectOn(Changing({}, v1::Contact(), ResourceChange::KIND_CREATED))->others, IsEmpty());
  EXPECT_THAT(EffectOn(Changing({}, v1::Contact(), ResourceChange::KIND_DELETED))->others, SizeIs(1));
}

TEST(SearchEffect, OfAnotherWhoTakesPartIsTheDeal) {
  v1::DealContact contact;
  contact.set_deal_id(9);
  const auto effect = EffectOn(Changing({"contact_id", "etag"}, contact));
  ASSERT_TRUE(effect);
  EXPECT_EQ(effect->kind, v1::SearchResult::KIND_DEAL);
  EXPECT_EQ(effect->id, 9);
  EXPECT_FALSE(EffectOn(Changing({"role", "etag"}, contact)));
}

TEST(SearchEffect, IsThatADealIsAttachedAndIsNotAnyMore) {
  EXPECT_TRUE(EffectOn(Changing({"stage", "state", "attachment"}, v1::Deal(), ResourceChange::KIND_MOVED)));
}

TEST(SearchEffect, OfFieldsIsAllThatHasThem) {
  v1::FieldSet before;
  before.set_entity(v1::ENTITY_DEAL);
  auto& field = *before.add_fields();
  field.set_key("pass");
  field.set_kind(v1::Field::KIND_TEXT);
  auto after = before;
  after.mutable_fields(0)->set_label("Пропуск");
  auto event = Changing({"fields"}, after);
  event.mutable_change()->mutable_before()->PackFrom(before);
  EXPECT_FALSE(EffectOn(event)) << "a label is no word of a deal";
  after.mutable_fields(0)->set_filterable(true);
  event.mutable_change()->mutable_after()->PackFrom(after);
  ASSERT_TRUE(EffectOn(event));
  EXPECT_THAT(EffectOn(event)->others, SizeIs(1));
}

}  // namespace
}  // namespace voronka::crm
