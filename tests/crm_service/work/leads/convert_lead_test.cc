#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/race.h"
#include "tests/crm_service/work/activities/activity_requests.h"
#include "tests/crm_service/work/leads/lead_office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<int64_t> TasksOf(LeadOffice& office, const Deal& deal) {
  ListTasksRequest request;
  request.set_deal_id(deal.id());
  std::vector<int64_t> ids;
  const auto response = office.anna.Call<ListTasksResponse>(request);
  for (const auto& task : response.tasks()) ids.push_back(task.id());
  return ids;
}

TEST(ConvertLead, MakesADealWithAllThatTheLeadHas) {
  LeadOffice office;
  const auto before = office.Lead();
  const auto task = office.anna.Call<Task>(LeadOffice::TaskOf(before));
  const auto made = office.Convert(before);
  const auto& lead = made.lead();
  const auto& deal = made.deal();
  EXPECT_EQ(lead.state(), Deal::STATE_WON);
  EXPECT_EQ(lead.stage(), "won");
  EXPECT_EQ(deal.pipeline(), "sales");
  EXPECT_EQ(deal.stage(), "new");
  EXPECT_EQ(deal.name(), "Портмоне");
  EXPECT_EQ(deal.amount().minor(), 500);
  EXPECT_EQ(deal.contact_id(), before.contact_id());
  EXPECT_EQ(deal.responsible_user_id(), office.anna_id());
  EXPECT_EQ(deal.source_deal_id(), before.id());
  EXPECT_THAT(TasksOf(office, deal), ElementsAre(task.id()));
  EXPECT_THAT(TasksOf(office, before), IsEmpty());
}

TEST(ConvertLead, IsToldInBothTimelines) {
  LeadOffice office;
  const auto before = office.Lead();
  const auto deal = office.Convert(before).deal();
  const auto of_lead = office.TimelineOf(before.id()).back();
  EXPECT_EQ(of_lead.kind(), TimelineEntry::KIND_LEAD_CONVERTED);
  EXPECT_EQ(of_lead.linked_deal_id(), deal.id());
  EXPECT_EQ(of_lead.from_stage(), "accepted");
  EXPECT_EQ(of_lead.to_pipeline(), "sales");
  const auto of_deal = office.TimelineOf(deal.id()).back();
  EXPECT_EQ(of_deal.kind(), TimelineEntry::KIND_LEAD_CONVERTED);
  EXPECT_EQ(of_deal.linked_deal_id(), before.id());
}

TEST(ConvertLead, MakesTheClientWhoIsTyped) {
  LeadOffice office;
  auto request = LeadOffice::Converting(office.Lead(false));
  request.mutable_contact()->set_name("Вера");
  request.mutable_contact()->add_phones("+79161230000");
  request.mutable_company()->set_name("Ромашка");
  request.mutable_company()->set_tax_number("7701234567");
  const auto made = office.anna.Call<Conversion>(request);
  EXPECT_EQ(office.ContactOf(made.deal()).name(), "Вера");
  EXPECT_EQ(made.lead().contact_id(), made.deal().contact_id());
  EXPECT_EQ(office.anna.Call<Company>(GettingCompany(made.deal().company_id())).tax_number(), "7701234567");
}

TEST(ConvertLead, TellsAllThatIsMissingAndChangesNothing) {
  LeadOffice office;
  auto sales = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  *sales.mutable_stages(0)->add_rules() =
      Parsed<StageRule>("key: 'named' binding: BINDING_LEAVE fields { fields: 'deal.deadline' }");
  office.olga.Call<Pipeline>(Updating(sales));
  auto leads = office.olga.Call<Pipeline>(GettingPipeline("leads"));
  *leads.mutable_stages(1)->add_rules() =
      Parsed<StageRule>("key: 'firm' binding: BINDING_LEAVE fields { fields: 'deal.company_id' }");
  office.olga.Call<Pipeline>(Updating(leads));
  const auto lead = office.Lead(false);
  auto request = LeadOffice::Converting(lead);
  request.set_stage("accepted");
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("FIELD_REQUIRED at deal.company_id", "FIELD_REQUIRED at deal.contact_id",
                                   "FIELD_REQUIRED at deal.deadline"));
  EXPECT_EQ(office.Find(lead.id()).SerializeAsString(), lead.SerializeAsString());
}

// A new deal cannot have a task yet, and gets those of the lead.
TEST(ConvertLead, LeadsToStagesThatAskForATask) {
  LeadOffice office;
  auto sales = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  *sales.mutable_stages(0)->add_rules() = Parsed<StageRule>("key: 'plan' binding: BINDING_LEAVE task {}");
  *sales.mutable_stages(1)->add_rules() = Parsed<StageRule>("key: 'planned' binding: BINDING_ENTER task {}");
  office.olga.Call<Pipeline>(Updating(sales));
  auto leads = office.olga.Call<Pipeline>(GettingPipeline("leads"));
  *leads.mutable_stages(1)->add_rules() = Parsed<StageRule>("key: 'plan' binding: BINDING_LEAVE task {}");
  office.olga.Call<Pipeline>(Updating(leads));
  const auto lead = office.Lead();
  auto request = LeadOffice::Converting(lead);
  request.set_stage("accepted");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("TASK_REQUIRED at deal_id"));
  const auto task = office.anna.Call<Task>(LeadOffice::TaskOf(lead));
  const auto deal = office.anna.Call<Conversion>(request).deal();
  EXPECT_EQ(deal.stage(), "accepted");
  EXPECT_THAT(TasksOf(office, deal), ElementsAre(task.id()));
}

TEST(ConvertLead, SaysWhyIfTheLastStageAsksForThat) {
  LeadOffice office;
  auto leads = office.olga.Call<Pipeline>(GettingPipeline("leads"));
  *leads.mutable_stages(1)->add_rules() = Parsed<StageRule>("key: 'why' binding: BINDING_LEAVE comment {}");
  office.olga.Call<Pipeline>(Updating(leads));
  auto request = LeadOffice::Converting(office.Lead());
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("COMMENT_REQUIRED at comment"));
  request.set_comment("Выбрал портмоне");
  EXPECT_EQ(office.anna.Call<Conversion>(request).lead().state(), Deal::STATE_WON);
}

TEST(ConvertLead, NeedsAContactWhoCanBeReached) {
  LeadOffice office;
  auto request = LeadOffice::Converting(office.Lead(false));
  request.mutable_contact()->set_name("Вера");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("FIELD_REQUIRED at contact.phones"));
}

TEST(ConvertLead, NeedsTheNameOfACompanyThatIsTyped) {
  LeadOffice office;
  auto request = LeadOffice::Converting(office.Lead());
  request.mutable_company()->set_tax_number("7701234567");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("REQUIRED at company.name"));
}

TEST(ConvertLead, IsTheOnlyWayToTheWonStage) {
  LeadOffice office;
  const auto lead = office.Lead();
  EXPECT_THAT(ViolationsOf(office.anna, Moving(lead.id(), "won")), ElementsAre("LEAD_NOT_CONVERTED at stage"));
}

TEST(ConvertLead, IsOfLeadsAloneAndOnce) {
  LeadOffice office;
  EXPECT_THAT(ViolationsOf(office.anna, LeadOffice::Converting(office.AnnasDeal())),
              ElementsAre("NOT_A_LEAD at deal_id"));
  const auto lead = office.Lead();
  office.Convert(lead);
  EXPECT_THAT(ViolationsOf(office.anna, LeadOffice::Converting(lead)), ElementsAre("LEAD_CLOSED at deal_id"));
}

TEST(ConvertLead, MakesDealsInSalesAlone) {
  LeadOffice office;
  auto request = LeadOffice::Converting(office.Lead());
  request.set_pipeline("leads");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("NOT_FOR_SALES at pipeline"));
  request.set_pipeline("sales");
  request.set_stage("won");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("NOT_OPEN at stage"));
}

TEST(ConvertLead, HappensOnceIfTwoPressAtOnce) {
  LeadOffice office;
  const auto lead = office.Lead();
  const auto convert = [&](client::Client& who) { return [&] { who.Call<Conversion>(LeadOffice::Converting(lead)); }; };
  EXPECT_THAT(Race({convert(office.anna), convert(office.galina)}), UnorderedElementsAre("", "LEAD_CLOSED"));
}

TEST(UndoConversion, BringsTheLeadBack) {
  LeadOffice office;
  const auto before = office.Lead();
  const auto task = office.anna.Call<Task>(LeadOffice::TaskOf(before));
  const auto made = office.Convert(before).deal();
  const auto undone = office.anna.Call<Conversion>(LeadOffice::Undoing(before, "Поторопились"));
  EXPECT_EQ(undone.lead().stage(), "accepted");
  EXPECT_EQ(undone.lead().state(), Deal::STATE_OPEN);
  EXPECT_EQ(undone.deal().id(), made.id());
  EXPECT_EQ(undone.deal().state(), Deal::STATE_LOST);
  EXPECT_EQ(undone.deal().loss_reason(), "");
  EXPECT_THAT(TasksOf(office, before), ElementsAre(task.id()));
  for (const int64_t id : {before.id(), made.id()}) {
    EXPECT_EQ(office.TimelineOf(id).back().kind(), TimelineEntry::KIND_CONVERSION_UNDONE);
    EXPECT_EQ(office.TimelineOf(id).back().text(), "Поторопились");
  }
  EXPECT_THAT(ViolationsOf(office.anna, LeadOffice::Undoing(before)), ElementsAre("NOT_CONVERTED at deal_id"));
  EXPECT_NE(office.Convert(before).deal().id(), made.id());
}

TEST(UndoConversion, TellsAllThatWasBuiltOnTheDeal) {
  LeadOffice office;
  const auto lead = office.Lead();
  const auto deal = office.Convert(lead).deal();
  office.anna.Call<Task>(LeadOffice::TaskOf(deal));
  office.anna.Call<TimelineEntry>(Noting(deal.id(), "Ждёт счёт"));
  office.anna.Call<Deal>(Renaming(deal.id(), "Портмоне из питона"));
  office.anna.Call<Deal>(Moving(deal.id(), "accepted"));
  office.anna.Call<Activity>(NewCall(deal.id()));
  ASSERT_EQ(office.intake.Call<Inquiry>(Asking("+79161234567")).deal_id(), deal.id());
  EXPECT_THAT(
      ViolationsOf(office.anna, LeadOffice::Undoing(lead)),
      ElementsAre("DEAL_MOVED at deal_id", "DEAL_CHANGED at deal_id", "DEAL_HAS_TASKS at deal_id",
                  "DEAL_HAS_INQUIRIES at deal_id", "DEAL_HAS_ACTIVITIES at deal_id", "DEAL_HAS_MORE at deal_id"));
  EXPECT_EQ(office.Find(lead.id()).state(), Deal::STATE_WON);
}

TEST(UndoConversion, IsForWhoeverHasTheLead) {
  LeadOffice office;
  const auto lead = office.Lead();
  office.Convert(lead);
  EXPECT_EQ(FailureOf(office.boris, LeadOffice::Undoing(lead)).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(RefuseLead, KeepsTheClientAndPlansToAskAgain) {
  LeadOffice office;
  auto request = LeadOffice::Refusing(office.Lead(false));
  request.mutable_contact()->set_name("Вера");
  *request.mutable_follow_up() = NewTask(DatabaseNow() + kMinute * 60 * 24 * 180).task();
  const auto refused = office.anna.Call<RefuseLeadResponse>(request);
  EXPECT_EQ(refused.lead().stage(), "lost");
  EXPECT_EQ(refused.lead().loss_reason(), "price");
  EXPECT_EQ(office.ContactOf(refused.lead()).name(), "Вера");
  EXPECT_EQ(refused.follow_up().deal_id(), refused.lead().id());
  EXPECT_EQ(refused.follow_up().contact_id(), refused.lead().contact_id());
}

TEST(RefuseLead, NeedsAReasonAndAContact) {
  LeadOffice office;
  auto request = LeadOffice::Refusing(office.Lead(false));
  request.clear_loss_reason();
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("LOSS_REASON_REQUIRED at loss_reason", "FIELD_REQUIRED at deal.contact_id"));
}

TEST(RefuseLead, EndsOnALostStage) {
  LeadOffice office;
  auto request = LeadOffice::Refusing(office.Lead());
  request.set_stage("new");
  request.mutable_follow_up()->set_text("Перезвонить");
  request.mutable_follow_up()->mutable_due_time()->set_seconds(4'000'000'000);
  request.mutable_follow_up()->set_deal_id(office.AnnasDeal().id());
  EXPECT_THAT(ViolationsOf(office.anna, request),
              ElementsAre("NOT_A_LOST_STAGE at stage", "GIVEN_TWICE at follow_up.deal_id"));
}

Inquiry Write(LeadOffice& office, const std::string& pipeline) {
  auto request = Asking("+79161234567");
  request.set_pipeline(pipeline);
  return office.intake.Call<Inquiry>(request);
}

TEST(InquiryOfALead, JoinsTheOpenLeadAndThenItsDeal) {
  LeadOffice office;
  const auto first = Write(office, "leads");
  const auto lead = office.Find(first.deal_id());
  EXPECT_EQ(lead.pipeline(), "leads");
  EXPECT_EQ(Write(office, "leads").deal_id(), lead.id());
  EXPECT_EQ(Write(office, "sales").deal_id(), lead.id());
  const auto deal = office.galina.Call<Conversion>(LeadOffice::Converting(lead)).deal();
  EXPECT_EQ(Write(office, "leads").deal_id(), deal.id());
}

TEST(InquiryOfALead, IsNoPurchaseOnceItIsConverted) {
  LeadOffice office;
  const auto lead = office.Lead();
  const auto deal = office.Convert(lead).deal();
  office.anna.Call<Deal>(Losing(deal.id(), "price"));
  EXPECT_EQ(office.Find(Write(office, "sales").deal_id()).pipeline(), "sales");
}

TEST(PipelineOfLeads, MayBeTheDefaultForInquiries) {
  LeadOffice office;
  auto leads = office.olga.Call<Pipeline>(GettingPipeline("leads"));
  leads.set_default_for_inquiries(true);
  office.olga.Call<Pipeline>(Updating(leads));
  EXPECT_EQ(office.Find(office.intake.Call<Inquiry>(Asking("+79161112233")).deal_id()).pipeline(), "leads");
  // Sales are where leads go all the same.
  EXPECT_EQ(office.Convert(office.Lead()).deal().pipeline(), "sales");
}

}  // namespace
}  // namespace voronka::testing
