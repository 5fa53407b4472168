#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/race.h"
#include "tests/support/parsed.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<Deal> LinkedWith(Office& office, int64_t deal_id) {
  ListLinkedDealsRequest request;
  request.set_deal_id(deal_id);
  const auto response = office.anna.Call<ListLinkedDealsResponse>(request);
  return {response.deals().begin(), response.deals().end()};
}

// Анна sold chairs to Пётр of Ромашка, with Вера as the accountant. There are claims about what was sold.
struct SoldChairs : Office {
  SoldChairs() {
    auto claims = RepeatPipeline();
    claims.set_key("claims");
    claims.set_name("Рекламации");
    claims.set_purpose(Pipeline::PURPOSE_CLAIMS);
    olga.Call<Pipeline>(Creating(claims));
    romashka = anna.Call<Company>(NewCompany("Ромашка"));
    petr = anna.Call<Contact>(NewContact("Пётр"));
    vera = anna.Call<Contact>(NewContact("Вера"));
    sale = Sell();
  }

  Deal Sell() {
    auto request = NewDeal();
    request.mutable_deal()->set_name("Стулья");
    request.mutable_deal()->set_contact_id(petr.id());
    request.mutable_deal()->set_company_id(romashka.id());
    *request.mutable_deal()->mutable_amount() = Parsed<Money>("minor: 500 currency: 'RUB'");
    const auto deal = anna.Call<Deal>(request);
    CreateDealContactRequest adding;
    adding.mutable_deal_contact()->set_deal_id(deal.id());
    adding.mutable_deal_contact()->set_contact_id(vera.id());
    adding.mutable_deal_contact()->set_role("бухгалтер");
    anna.Call<DealContact>(adding);
    return anna.Call<Deal>(Moving(deal.id(), "won"));
  }
  static CreateLinkedDealRequest Claiming(int64_t deal_id, const std::string& name = "") {
    CreateLinkedDealRequest request;
    request.set_deal_id(deal_id);
    request.mutable_deal()->set_pipeline("claims");
    request.mutable_deal()->set_name(name);
    return request;
  }
  Deal Claim() { return boris.Call<Deal>(Claiming(sale.id())); }
  TimelineEntry LastTold(int64_t deal_id) { return TimelineOf(deal_id).back(); }

  Company romashka;
  Contact petr;
  Contact vera;
  Deal sale;
};

TEST(LinkedDeal, HasTheClientsOfTheOther) {
  SoldChairs office;
  const auto claim = office.Claim();
  EXPECT_EQ(claim.source_deal_id(), office.sale.id());
  EXPECT_EQ(claim.contact_id(), office.petr.id());
  EXPECT_EQ(claim.company_id(), office.romashka.id());
  ListDealContactsRequest request;
  request.set_deal_id(claim.id());
  const auto others = office.anna.Call<ListDealContactsResponse>(request);
  ASSERT_EQ(others.deal_contacts_size(), 1);
  EXPECT_EQ(others.deal_contacts(0).contact_id(), office.vera.id());
  EXPECT_EQ(others.deal_contacts(0).role(), "бухгалтер");
}

TEST(LinkedDeal, BeginsOnTheFirstStageAndIsNobodysYet) {
  SoldChairs office;
  const auto claim = office.Claim();
  EXPECT_EQ(claim.pipeline(), "claims");
  EXPECT_EQ(claim.stage(), "new");
  EXPECT_EQ(claim.state(), Deal::STATE_OPEN);
  EXPECT_EQ(claim.responsible_user_id(), 0);
  EXPECT_FALSE(claim.has_amount());
}

TEST(LinkedDeal, IsWhoseItIsSaidToBe) {
  SoldChairs office;
  auto request = SoldChairs::Claiming(office.sale.id());
  request.mutable_deal()->set_responsible_user_id(office.galina_id());
  EXPECT_EQ(office.boris.Call<Deal>(request).responsible_user_id(), office.galina_id());
}

TEST(LinkedDeal, LeavesTheOtherAsItIs) {
  SoldChairs office;
  office.Claim();
  EXPECT_EQ(office.Find(office.sale.id()).SerializeAsString(), office.sale.SerializeAsString());
}

TEST(LinkedDeal, IsToldInTheTimelineOfTheOther) {
  SoldChairs office;
  const auto claim = office.Claim();
  auto told = office.LastTold(office.sale.id());
  EXPECT_EQ(told.kind(), TimelineEntry::KIND_LINKED_DEAL_CREATED);
  EXPECT_EQ(told.linked_deal_id(), claim.id());
  EXPECT_EQ(told.to_pipeline(), "claims");
  EXPECT_EQ(told.to_stage(), "new");
  EXPECT_EQ(told.text(), "Рекламации");
  EXPECT_EQ(told.actor_user_id(), office.boris_id());
  EXPECT_EQ(office.TimelineOf(claim.id()).front().kind(), TimelineEntry::KIND_DEAL_CREATED);

  auto named = SoldChairs::Claiming(office.sale.id(), "Сломан стул");
  named.mutable_deal()->set_responsible_user_id(office.galina_id());
  office.boris.Call<Deal>(named);
  told = office.LastTold(office.sale.id());
  EXPECT_EQ(told.text(), "Сломан стул");
  EXPECT_EQ(told.user_id(), office.galina_id());
}

TEST(LinkedDeal, IsToldInAnEventWithWhoseTheOtherIs) {
  SoldChairs office;
  const auto claim = office.Claim();
  const auto last = office.Events().back();
  EXPECT_EQ(events::ReadChange<TimelineEntry>(last).after.linked_deal_id(), claim.id());
  const auto source = events::Unpacked<Deal>(last.change().subject());
  EXPECT_EQ(source.id(), office.sale.id());
  EXPECT_EQ(source.name(), "Стулья");
  EXPECT_EQ(source.responsible_user_id(), office.anna_id());
  // No more than that.
  EXPECT_FALSE(source.has_amount());
}

TEST(LinkedDeal, OfADealWithoutANameIsToldByTheClient) {
  SoldChairs office;
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(office.petr.id());
  const auto unnamed = office.anna.Call<Deal>(request);
  office.boris.Call<Deal>(SoldChairs::Claiming(unnamed.id()));
  EXPECT_EQ(events::Unpacked<Deal>(office.Events().back().change().subject()).name(), "Пётр");
}

TEST(LinkedDeal, WithoutANameThatComesToSomebodyNamesItsClient) {
  SoldChairs office;
  auto request = SoldChairs::Claiming(office.sale.id());
  request.mutable_deal()->set_responsible_user_id(office.galina_id());
  const auto claim = office.boris.Call<Deal>(request);
  const auto written = office.Events();
  for (const auto& event : written) {
    if (!events::IsChangeTo<Deal>(event) || events::ReadChange<Deal>(event).after.id() != claim.id()) continue;
    EXPECT_EQ(events::Unpacked<Contact>(event.change().subject()).name(), "Пётр");
  }
}

TEST(LinkedDeal, IsListedWithTheOtherNewestFirst) {
  SoldChairs office;
  const auto first = office.Claim();
  const auto second = office.Claim();
  const auto listed = LinkedWith(office, office.sale.id());
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].id(), second.id());
  EXPECT_EQ(listed[1].SerializeAsString(), first.SerializeAsString());
  EXPECT_THAT(LinkedWith(office, first.id()), IsEmpty());
}

TEST(LinkedDeal, IsListedOnceWhateverThePage) {
  SoldChairs office;
  std::vector<int64_t> made;
  for (int i = 0; i < 5; ++i) made.insert(made.begin(), office.Claim().id());
  ListLinkedDealsRequest request;
  request.set_deal_id(office.sale.id());
  request.set_page_size(2);
  std::vector<int64_t> listed;
  do {
    const auto page = office.anna.Call<ListLinkedDealsResponse>(request);
    EXPECT_LE(page.deals_size(), 2);
    for (const auto& deal : page.deals()) listed.push_back(deal.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, made);
}

TEST(LinkedDeal, MayBeAboutALinkedOne) {
  SoldChairs office;
  const auto claim = office.Claim();
  const auto errand = office.boris.Call<Deal>(SoldChairs::Claiming(claim.id()));
  EXPECT_EQ(errand.source_deal_id(), claim.id());
  EXPECT_EQ(errand.contact_id(), office.petr.id());
  EXPECT_EQ(LinkedWith(office, office.sale.id()).size(), 1U);
}

TEST(LinkedDeal, RefusesAnotherClientAndAllThatIsWrongAtOnce) {
  SoldChairs office;
  auto request = SoldChairs::Claiming(office.sale.id());
  request.mutable_deal()->set_contact_id(office.vera.id());
  request.mutable_deal()->set_company_id(office.romashka.id() + 1'000'000);
  request.mutable_deal()->set_pipeline("nowhere");
  EXPECT_THAT(ViolationsOf(office.boris, request),
              UnorderedElementsAre("GIVEN_TWICE at deal.contact_id", "GIVEN_TWICE at deal.company_id",
                                   "UNKNOWN_PIPELINE at deal.pipeline"));
  EXPECT_THAT(LinkedWith(office, office.sale.id()), IsEmpty());
}

TEST(LinkedDeal, MayNameTheClientThatItHas) {
  SoldChairs office;
  auto request = SoldChairs::Claiming(office.sale.id());
  request.mutable_deal()->set_contact_id(office.petr.id());
  request.mutable_deal()->set_company_id(office.romashka.id());
  EXPECT_EQ(office.boris.Call<Deal>(request).contact_id(), office.petr.id());
}

TEST(LinkedDeal, IsNotMadeInAnArchivedPipeline) {
  SoldChairs office;
  ArchivePipelineRequest archive;
  archive.set_pipeline("claims");
  office.olga.Call<Pipeline>(archive);
  EXPECT_THAT(ViolationsOf(office.boris, SoldChairs::Claiming(office.sale.id())),
              ElementsAre("PIPELINE_ARCHIVED at deal.pipeline"));
}

TEST(LinkedDeal, MayBeAboutADealInAnArchivedPipeline) {
  SoldChairs office;
  const auto claim = office.Claim();
  office.galina.Call<Deal>(Moving(claim.id(), "won"));
  ArchivePipelineRequest archive;
  archive.set_pipeline("claims");
  office.olga.Call<Pipeline>(archive);
  auto request = SoldChairs::Claiming(claim.id());
  request.mutable_deal()->set_pipeline("repeat");
  EXPECT_EQ(office.boris.Call<Deal>(request).source_deal_id(), claim.id());
}

TEST(LinkedDeal, IsAboutADealThatExists) {
  SoldChairs office;
  EXPECT_EQ(FailureOf(office.boris, SoldChairs::Claiming(office.sale.id() + 1'000'000)).code(),
            grpc::StatusCode::NOT_FOUND);
}

TEST(LinkedDeal, KeepsTheRulesOfItsStage) {
  SoldChairs office;
  auto claims = office.olga.Call<Pipeline>(GettingPipeline("claims"));
  *claims.mutable_stages(1)->mutable_rules() =
      Parsed<Stage>(R"(rules { key: "named" binding: BINDING_FROM_HERE_ON fields { fields: "deal.name" } })").rules();
  office.olga.Call<Pipeline>(Updating(claims));
  auto request = SoldChairs::Claiming(office.sale.id());
  request.mutable_deal()->set_stage("accepted");
  EXPECT_EQ(FailureOf(office.boris, request).code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_THAT(LinkedWith(office, office.sale.id()), IsEmpty());
  request.mutable_deal()->set_name("Сломан стул");
  EXPECT_EQ(office.boris.Call<Deal>(request).stage(), "accepted");
}

TEST(LinkedDeal, IsMadeOnceForARetriedRequest) {
  SoldChairs office;
  auto request = SoldChairs::Claiming(office.sale.id());
  request.set_request_id("once");
  const auto first = office.boris.Call<Deal>(request);
  EXPECT_EQ(office.boris.Call<Deal>(request).id(), first.id());
  EXPECT_EQ(LinkedWith(office, office.sale.id()).size(), 1U);
}

TEST(LinkedDeal, CannotBeLinkedByHand) {
  SoldChairs office;
  auto request = NewDeal();
  request.mutable_deal()->set_source_deal_id(office.sale.id());
  EXPECT_EQ(office.anna.Call<Deal>(request).source_deal_id(), 0);
}

TEST(LinkedDeal, KnowsTheManagerOfTheClient) {
  SoldChairs office;
  EXPECT_EQ(office.Claim().client_manager_user_id(), office.anna_id());
}

// Whoever changes the contacts meanwhile waits, so that the main one is never among the others.
TEST(LinkedDeal, CopiesContactsThatNobodyChangesMeanwhile) {
  SoldChairs office;
  UpdateDealRequest change;
  change.set_deal_id(office.sale.id());
  change.mutable_deal()->set_contact_id(office.vera.id());
  EXPECT_THAT(Race({[&] { office.Claim(); }, [&] { office.galina.Call<Deal>(change); }}), UnorderedElementsAre("", ""));
  const auto claim = LinkedWith(office, office.sale.id()).at(0);
  ListDealContactsRequest request;
  request.set_deal_id(claim.id());
  const auto others = office.anna.Call<ListDealContactsResponse>(request);
  ASSERT_EQ(others.deal_contacts_size(), 1);
  EXPECT_NE(others.deal_contacts(0).contact_id(), claim.contact_id());
}

}  // namespace
}  // namespace voronka::testing
