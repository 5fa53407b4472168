#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "crm_service/intake/held_forms/held_forms.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/intake/forms/site.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Site::Values kPeter = {{"name", "Пётр"}, {"phone", "8 916 000-00-01"}, {"message", "Сколько?"}, {"размер", "XL"}};

struct GuardedSite : Site {
  explicit GuardedSite(const CreateFormRequest& wanted = NewForm()) : Site(wanted) {}

  SubmitFormRequest Trapped(const Values& values, const std::string& submission_id = "") const {
    auto request = Filled(values, submission_id);
    request.set_trap("http://peter.example");
    return request;
  }

  HeldForm Hold(const SubmitFormRequest& request) {
    Send(request);
    return Listed().at(0);
  }

  std::vector<HeldForm> Listed(HeldForm::State state = HeldForm::STATE_UNSPECIFIED) {
    ListHeldFormsRequest list;
    list.set_state(state);
    const auto held = olga.Call<ListHeldFormsResponse>(list).held_forms();
    return {held.begin(), held.end()};
  }

  int64_t Waiting() { return olga.Call<CountHeldFormsResponse>(CountHeldFormsRequest()).waiting(); }
  HeldForm Get(int64_t id) {
    GetHeldFormRequest get;
    get.set_held_form_id(id);
    return olga.Call<HeldForm>(get);
  }

  size_t Inquiries() { return Crm().db().Query("SELECT id FROM inquiries WHERE account_id = ?", account_id()).size(); }
};

ReleaseHeldFormRequest Releasing(const HeldForm& held) {
  ReleaseHeldFormRequest request;
  request.set_held_form_id(held.id());
  return request;
}

DiscardHeldFormRequest Discarding(const HeldForm& held) {
  DiscardHeldFormRequest request;
  request.set_held_form_id(held.id());
  return request;
}

TEST(HeldForm, HasAFilledTrapAndWaits) {
  GuardedSite site;
  const auto response = site.Send(site.Trapped(kPeter));
  EXPECT_EQ(response.inquiry_id(), 0);
  EXPECT_FALSE(response.repeated());
  ASSERT_THAT(site.Listed(), SizeIs(1));
  const auto held = site.Listed()[0];
  EXPECT_EQ(held.form_id(), site.form.id());
  EXPECT_EQ(held.state(), HeldForm::STATE_WAITING);
  EXPECT_EQ(held.trap(), "http://peter.example");
  EXPECT_EQ(held.inquiry().client_name(), "Пётр");
  EXPECT_EQ(held.inquiry().source_name(), "Форма на главной");
  EXPECT_EQ(held.inquiry().sent().values().at("размер"), "XL");
  EXPECT_EQ(site.Get(held.id()).SerializeAsString(), held.SerializeAsString());
  EXPECT_EQ(site.Waiting(), 1);
  EXPECT_EQ(site.Inquiries(), 0U);
}

TEST(HeldForm, IsReviewedByHeadsWhoSeeDealsOfNobody) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  const auto boss = site.olga.Call<User>(NewUser("boss", options::v1::ROLE_HEAD_OF_SALES));
  auto head = Crm().User(boss.login());
  const auto limit = [&](ReadScope scope) {
    UpdateRoleAccessRequest request;
    request.mutable_role_access()->set_role(options::v1::ROLE_HEAD_OF_SALES);
    request.mutable_role_access()->set_deals(scope);
    site.olga.Call<RoleAccess>(request);
  };
  const auto counted = [&] { return head.Call<CountHeldFormsResponse>(CountHeldFormsRequest()).waiting(); };
  limit(READ_SCOPE_TEAM);
  EXPECT_EQ(counted(), 1);
  limit(READ_SCOPE_OWN);
  EXPECT_EQ(counted(), 0);
  EXPECT_THAT(head.Call<ListHeldFormsResponse>(ListHeldFormsRequest()).held_forms(), IsEmpty());
  GetHeldFormRequest get;
  get.set_held_form_id(held.id());
  EXPECT_EQ(FailureOf(head, get).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(head, Releasing(held)).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(head, Discarding(held)).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(site.Waiting(), 1);
}

TEST(HeldForm, BecomesTheUsualInquiryWithItsOriginalTime) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  Crm().Advance(minutes(3));
  const auto released = site.olga.Call<HeldForm>(Releasing(held));
  EXPECT_EQ(released.state(), HeldForm::STATE_RELEASED);
  EXPECT_EQ(site.Waiting(), 0);
  const auto deal = site.Find(released.deal_id());
  EXPECT_EQ(deal.responsible_user_id(), 0);
  const auto entries = site.TimelineOf(deal.id());
  const auto& inquiry = entries.back().inquiry();
  EXPECT_EQ(inquiry.id(), released.inquiry_id());
  EXPECT_EQ(inquiry.phone(), "8 916 000-00-01");
  EXPECT_EQ(inquiry.sent().values().at("размер"), "XL");
  EXPECT_EQ(inquiry.send_time().seconds(), held.create_time().seconds());
  EXPECT_GT(inquiry.create_time().seconds(), inquiry.send_time().seconds());
}

TEST(HeldForm, JoinsTheOpenDealOfAKnownClient) {
  GuardedSite site;
  const auto known = site.Received({{"phone", "89160000001"}});
  const auto released = site.olga.Call<HeldForm>(Releasing(site.Hold(site.Trapped(kPeter))));
  EXPECT_EQ(released.deal_id(), known.deal_id());
}

TEST(HeldForm, BecomesOneInquiryIfReleasedConcurrently) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  std::atomic<int> done = 0;
  const std::vector<std::function<void()>> rivals(6, [&] {
    auto olga = site.olga;
    try {
      olga.Call<HeldForm>(Releasing(held));
      ++done;
    } catch (const client::CallFailed& failure) {
      EXPECT_EQ(failure.reason(), "HELD_FORM_RELEASED");
    }
  });
  EXPECT_THAT(Race(rivals), Each(IsEmpty()));
  EXPECT_EQ(done, 1);
  EXPECT_EQ(site.Inquiries(), 1U);
}

TEST(HeldForm, CannotBeDiscardedOnceReleased) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  site.olga.Call<HeldForm>(Releasing(held));
  EXPECT_EQ(FailureOf(site.olga, Discarding(held)).reason(), "HELD_FORM_RELEASED");
}

TEST(HeldForm, CanBeReleasedEvenAfterItWasDiscarded) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  const auto discarded = site.olga.Call<HeldForm>(Discarding(held));
  EXPECT_EQ(site.olga.Call<HeldForm>(Discarding(held)).etag(), discarded.etag());
  EXPECT_THAT(site.Listed(), IsEmpty());
  ASSERT_THAT(site.Listed(HeldForm::STATE_DISCARDED), SizeIs(1));
  EXPECT_NE(site.olga.Call<HeldForm>(Releasing(held)).inquiry_id(), 0);
}

TEST(HeldForm, IsHeldOnceIfSentAgainWhileItWaits) {
  GuardedSite site;
  site.Send(site.Trapped(kPeter));
  EXPECT_TRUE(site.Send(site.Trapped(kPeter)).repeated());
  Crm().Advance(minutes(11));
  EXPECT_FALSE(site.Send(site.Trapped(kPeter)).repeated());
  site.Send(site.Trapped(kPeter, "one"));
  site.Send(site.Trapped(kPeter, "one"));
  EXPECT_THAT(site.Listed(), SizeIs(1));
}

TEST(HeldForm, WaitsAgainIfSentAgainAfterItWasDiscarded) {
  GuardedSite site;
  site.olga.Call<HeldForm>(Discarding(site.Hold(site.Trapped(kPeter))));
  Crm().Advance(minutes(11));
  site.Send(site.Trapped(kPeter));
  EXPECT_THAT(site.Listed(), SizeIs(1));
}

TEST(HeldForm, IsAnInquiryAtOnceIfSentAgainWithoutTheTrap) {
  for (const std::string id : {"", "one"}) {
    GuardedSite site;
    site.Send(site.Trapped(kPeter, id));
    const auto response = site.Send(site.Filled(kPeter, id));
    EXPECT_NE(response.inquiry_id(), 0) << id;
    EXPECT_FALSE(response.repeated()) << id;
  }
}

TEST(HeldForm, IsRefusedLikeAnyOtherForm) {
  auto wanted = NewForm();
  wanted.mutable_form()->set_consent_text("Согласен");
  wanted.mutable_form()->set_consent_required(true);
  wanted.mutable_form()->add_allowed_origins("https://shop.example");
  GuardedSite site(wanted);
  EXPECT_EQ(site.RefusalOf(site.Trapped(kPeter)), "CONSENT_REQUIRED");
  EXPECT_EQ(site.RefusalOf(site.Trapped({{"consent", "on"}})), "EMPTY_FORM");
  auto foreign = site.Trapped({{"name", "a"}, {"consent", "on"}});
  foreign.set_origin("https://evil.example");
  EXPECT_EQ(site.RefusalOf(foreign), "ORIGIN_NOT_ALLOWED");
  EXPECT_THAT(site.Listed(), IsEmpty());
}

TEST(HeldForm, KeepsTheConsentTextThatWasShown) {
  auto wanted = NewForm();
  wanted.mutable_form()->set_consent_text("Согласен");
  GuardedSite site(wanted);
  const auto held = site.Hold(site.Trapped({{"name", "a"}, {"consent", "on"}}));
  Crm().Advance(minutes(3));
  const auto released = site.olga.Call<HeldForm>(Releasing(held));
  const auto consent = site.TimelineOf(released.deal_id()).back().inquiry().consent();
  EXPECT_EQ(consent.text(), "Согласен");
  EXPECT_EQ(consent.time().seconds(), held.create_time().seconds());
}

TEST(HeldForms, AreListedNewestFirstInPages) {
  GuardedSite site;
  for (int i = 0; i < 5; ++i) site.Send(site.Trapped({{"name", std::to_string(i)}}));
  ListHeldFormsRequest list;
  list.set_page_size(3);
  const auto first = site.olga.Call<ListHeldFormsResponse>(list);
  EXPECT_THAT(first.held_forms(), SizeIs(3));
  EXPECT_EQ(first.held_forms(0).inquiry().client_name(), "4");
  list.set_page_token(first.next_page_token());
  const auto second = site.olga.Call<ListHeldFormsResponse>(list);
  EXPECT_THAT(second.held_forms(), SizeIs(2));
  EXPECT_EQ(second.held_forms(1).inquiry().client_name(), "0");
  EXPECT_EQ(second.next_page_token(), "");
}

TEST(HeldForms, OfMaximumSizeFitIntoAResponse) {
  GuardedSite site;
  const std::string long_text(9'900, 'x');
  for (int i = 0; i < 60; ++i) {
    Site::Values values = {{"name", std::to_string(i)}};
    for (int field = 0; field < 6; ++field) values.emplace_back("field" + std::to_string(field), long_text);
    site.Send(site.Trapped(values));
  }
  ListHeldFormsRequest list;
  list.set_page_size(1000);
  const auto page = site.olga.Call<ListHeldFormsResponse>(list);
  EXPECT_FALSE(page.held_forms().empty());
  EXPECT_LT(page.ByteSizeLong(), 4U * 1024 * 1024);
}

TEST(HeldForms, AreLimitedInNumberPerDay) {
  GuardedSite site;
  Crm().db().Execute(
      "INSERT INTO held_forms (account_id, id, form_id, digest, size, state, trap, inquiry, create_time, inquiry_id, "
      "deal_id, etag) SELECT ?, 1000000 + seq, ?, NULL, 100, 3, 'x', '', ?, 0, 0, 1 FROM seq_1_to_499",
      site.account_id(), site.form.id(), Crm().Now());
  site.Send(site.Trapped({{"name", "a"}}));
  const auto failure = FailureOf(site.gateway, site.Trapped({{"name", "b"}}));
  EXPECT_EQ(failure.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "TOO_MANY_SUBMISSIONS");
  EXPECT_TRUE(site.Send(site.Trapped({{"name", "a"}})).repeated());
  EXPECT_NE(site.Send(site.Filled({{"name", "b"}})).inquiry_id(), 0);
  Crm().db().Execute("UPDATE held_forms SET create_time = create_time - ? WHERE account_id = ?",
                     microseconds(hours(25)).count(), site.account_id());
  site.Send(site.Trapped({{"name", "b"}}));
  EXPECT_THAT(site.Listed(), SizeIs(2));
}

TEST(HeldForms, AreLimitedInSizePerDay) {
  GuardedSite site;
  site.Send(site.Trapped({{"name", "a"}}));
  Crm().db().Execute("UPDATE held_forms SET size = ? WHERE account_id = ?", 4 * 1024 * 1024, site.account_id());
  EXPECT_EQ(site.RefusalOf(site.Trapped({{"name", "b"}})), "TOO_MANY_SUBMISSIONS");
}

TEST(HeldForms, AreDeletedAfter30Days) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  const auto days = [](int count) { return microseconds(hours(24 * count)).count(); };
  crm::HeldForms::Forget(Crm().db(), Crm().Now() + days(29), 1000);
  EXPECT_THAT(site.Listed(), SizeIs(1));
  crm::HeldForms::Forget(Crm().db(), Crm().Now() + days(31), 1000);
  GetHeldFormRequest get;
  get.set_held_form_id(held.id());
  EXPECT_EQ(FailureOf(site.olga, get).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(HeldForms, AreAnnouncedWithoutTheirContent) {
  GuardedSite site;
  const auto held = site.Hold(site.Trapped(kPeter));
  site.olga.Call<HeldForm>(Releasing(held));
  std::vector<HeldForm> told;
  for (const auto& event : Crm().EventsOf(site.account_id())) {
    events::On<HeldForm>(event, [&](const auto& change) { told.push_back(change.after); });
  }
  ASSERT_THAT(told, SizeIs(2));
  EXPECT_EQ(told[0].state(), HeldForm::STATE_WAITING);
  EXPECT_EQ(told[1].state(), HeldForm::STATE_RELEASED);
  EXPECT_FALSE(told[0].has_inquiry() || told[1].has_inquiry());
}

}  // namespace
}  // namespace voronka::testing
