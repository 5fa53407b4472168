#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/filters/filtering.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SavedFilters : public ::testing::Test {
 protected:
  static CreateSavedFilterRequest Saving(const std::string& name,
                                         const Condition& filter = Comparing("deal.amount", "FILLED")) {
    CreateSavedFilterRequest request;
    request.mutable_saved_filter()->set_name(name);
    request.mutable_saved_filter()->set_subject(FILTER_SUBJECT_DEALS);
    *request.mutable_saved_filter()->mutable_filter() = filter;
    return request;
  }

  static UpdateSavedFilterRequest Calling(int64_t id, const std::string& name) {
    UpdateSavedFilterRequest request;
    request.set_saved_filter_id(id);
    request.mutable_saved_filter()->set_name(name);
    return request;
  }

  static std::vector<std::string> NamesFor(client::Client& who) {
    std::vector<std::string> names;
    const auto response = who.Call<ListSavedFiltersResponse>(ListSavedFiltersRequest());
    for (const auto& filter : response.saved_filters()) names.push_back(filter.name());
    return names;
  }

  Office office_;
};

TEST_F(SavedFilters, AreOnesOwn) {
  const auto saved = office_.anna.Call<SavedFilter>(Saving("С суммой"));
  EXPECT_EQ(saved.owner_user_id(), office_.anna_id());
  EXPECT_THAT(NamesFor(office_.anna), ElementsAre("С суммой"));
  EXPECT_THAT(NamesFor(office_.boris), IsEmpty());
  GetSavedFilterRequest get;
  get.set_saved_filter_id(saved.id());
  EXPECT_EQ(office_.anna.Call<SavedFilter>(get).filter().comparison().field(), "deal.amount");
  EXPECT_EQ(FailureOf(office_.boris, get).reason(), "NOT_FOUND");
  EXPECT_EQ(FailureOf(office_.boris, Calling(saved.id(), "Моё")).reason(), "NOT_FOUND");
}

TEST_F(SavedFilters, AreSharedWithRoles) {
  auto request = Saving("Для руководителей");
  request.mutable_saved_filter()->mutable_sharing()->add_roles(options::v1::ROLE_HEAD_OF_SALES);
  const auto saved = office_.anna.Call<SavedFilter>(request);
  EXPECT_THAT(NamesFor(office_.galina), ElementsAre("Для руководителей"));
  EXPECT_THAT(NamesFor(office_.boris), IsEmpty());
  EXPECT_EQ(FailureOf(office_.galina, Calling(saved.id(), "Моё")).reason(), "NOT_YOUR_FILTER");
  EXPECT_EQ(office_.olga.Call<SavedFilter>(Calling(saved.id(), "Общее")).name(), "Общее");
}

TEST_F(SavedFilters, AreSharedWithATeamAndWhoeverLeadsIt) {
  MakeTeam(office_, {office_.boris_id()});
  auto boris = Crm().User(office_.boris_user.login());
  auto request = Saving("Для опта");
  request.mutable_saved_filter()->mutable_sharing()->add_team_ids(
      office_.olga.Call<ListTeamsResponse>(ListTeamsRequest()).teams(0).id());
  office_.anna.Call<SavedFilter>(request);
  EXPECT_THAT(NamesFor(boris), ElementsAre("Для опта"));
  EXPECT_THAT(NamesFor(office_.galina), ElementsAre("Для опта"));
  const auto other = office_.olga.Call<User>(NewUser("vera", options::v1::ROLE_MANAGER));
  auto vera = Crm().User(other.login());
  EXPECT_THAT(NamesFor(vera), IsEmpty());
}

TEST_F(SavedFilters, AreNotShownToWhoDoesNotSeeTheirFields) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto margin = OwnField("margin", Field::KIND_NUMBER);
  margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
  margin.set_filterable(true);
  *set.add_fields() = margin;
  office_.olga.Call<FieldSet>(Updating(set));
  auto request = Saving("Прибыльные", Comparing("deal.margin", "MORE values { number: '7' }"));
  request.mutable_saved_filter()->mutable_sharing()->set_everybody(true);
  office_.olga.Call<SavedFilter>(request);
  auto in_order = Saving("Сначала прибыльные");
  in_order.mutable_saved_filter()->set_order_by("fields.margin desc");
  in_order.mutable_saved_filter()->mutable_sharing()->set_everybody(true);
  office_.olga.Call<SavedFilter>(in_order);
  EXPECT_THAT(NamesFor(office_.galina), ElementsAre("Прибыльные", "Сначала прибыльные"));
  EXPECT_THAT(NamesFor(office_.boris), IsEmpty());
}

TEST_F(SavedFilters, StayWhenAFieldIsRemoved) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  *set.add_fields() = OwnField("margin", Field::KIND_NUMBER);
  set = office_.olga.Call<FieldSet>(Updating(set));
  const auto saved = office_.anna.Call<SavedFilter>(Saving("Прибыльные", Comparing("deal.margin", "FILLED")));
  set.mutable_fields()->RemoveLast();
  office_.olga.Call<FieldSet>(Updating(set));
  EXPECT_THAT(NamesFor(office_.anna), ElementsAre("Прибыльные"));
  EXPECT_THAT(ViolationsOf(office_.anna, DealsThat(saved.filter())),
              ElementsAre("UNKNOWN_FIELD at filter.comparison.field"));
}

TEST_F(SavedFilters, AreCheckedAsTheyAreSaved) {
  auto request = Saving("Никакой", Comparing("deal.planet", "FILLED"));
  request.mutable_saved_filter()->set_order_by("beauty");
  request.mutable_saved_filter()->mutable_sharing()->add_team_ids(4'711);
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("UNKNOWN_FIELD at saved_filter.filter.comparison.field",
                                                               "UNKNOWN_ORDER at saved_filter.order_by",
                                                               "UNKNOWN_TEAM at saved_filter.sharing.team_ids[0]"));
}

TEST_F(SavedFilters, AreDeletedByTheirOwner) {
  const auto saved = office_.anna.Call<SavedFilter>(Saving("С суммой"));
  DeleteSavedFilterRequest request;
  request.set_saved_filter_id(saved.id());
  EXPECT_EQ(FailureOf(office_.boris, request).reason(), "NOT_FOUND");
  office_.anna.Call<google::protobuf::Empty>(request);
  EXPECT_THAT(NamesFor(office_.anna), IsEmpty());
}

TEST_F(SavedFilters, ComeWithTheProgramAndCanAllBeAsked) {
  const auto response = office_.anna.Call<ListSavedFiltersResponse>(ListSavedFiltersRequest());
  EXPECT_FALSE(response.presets().empty());
  for (const auto& preset : response.presets()) {
    auto copy = Saving(preset.name(), preset.filter());
    copy.mutable_saved_filter()->set_subject(preset.subject());
    EXPECT_NO_THROW(office_.anna.Call<SavedFilter>(copy)) << preset.preset();
  }
}

}  // namespace
}  // namespace voronka::testing
