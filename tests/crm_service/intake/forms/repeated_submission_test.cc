#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "crm_service/intake/submissions/submissions.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/intake/forms/site.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::Each;
using ::testing::IsEmpty;

const Site::Values kAnotherClient = {{"name", "Пётр"}, {"phone", "89160000001"}};

TEST(RepeatedSubmission, WithTheSameIdIsTheSameInquiryFor72Hours) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient, "one"));
  EXPECT_FALSE(first.repeated());
  Crm().Advance(hours(71));
  const auto again = site.Send(site.Filled(kAnotherClient, "one"));
  EXPECT_TRUE(again.repeated());
  EXPECT_EQ(again.inquiry_id(), first.inquiry_id());
  Crm().Advance(hours(2));
  EXPECT_FALSE(site.Send(site.Filled(kAnotherClient, "one")).repeated());
}

// The page comes from a cache, so all its visitors send the same id.
TEST(RepeatedSubmission, WithTheSameIdFromAnotherClientIsANewInquiry) {
  Site site;
  const auto anna = site.Received(site.Filled({{"name", "Анна"}, {"phone", "89160000114"}}, "abc"));
  const auto boris = site.Received(site.Filled({{"name", "Борис"}, {"phone", "89160000115"}}, "abc"));
  EXPECT_EQ(boris.phone(), "89160000115");
  EXPECT_NE(boris.contact_id(), anna.contact_id());
  EXPECT_FALSE(site.Send(site.Filled({{"name", "Борис"}, {"email", "boris@mail.test"}}, "abc")).repeated());
  EXPECT_FALSE(site.Send(site.Filled({{"name", "Вера"}, {"telegram", "@vera"}}, "abc")).repeated());
  EXPECT_FALSE(site.Send(site.Filled({{"name", "Вера"}, {"telegram", "@vera2"}}, "abc")).repeated());
  EXPECT_TRUE(site.Send(site.Filled({{"name", "Борис"}, {"phone", "89160000115"}}, "abc")).repeated());
}

TEST(RepeatedSubmission, WithTheSameIdButAnotherTextJoinsTheClientsDeal) {
  Site site;
  const auto first = site.Received(site.Filled({{"phone", "89160000001"}, {"text", "Нужен кабиль"}}, "one"));
  const auto mended = site.Received(site.Filled({{"phone", "89160000001"}, {"text", "Нужен кабель"}}, "one"));
  EXPECT_NE(mended.id(), first.id());
  EXPECT_EQ(mended.deal_id(), first.deal_id());
}

// A cached page on which the client orders again.
TEST(RepeatedSubmission, WithTheSameIdButAnotherFieldJoinsTheClientsDeal) {
  Site site;
  const auto first = site.Received(site.Filled({{"phone", "89160000001"}, {"product", "Кабель"}}, "one"));
  const auto second = site.Received(site.Filled({{"phone", "89160000001"}, {"product", "Лоток"}}, "one"));
  EXPECT_NE(second.id(), first.id());
  EXPECT_EQ(second.deal_id(), first.deal_id());
}

TEST(RepeatedSubmission, WithTheSameIdIsTheSameInquiryEvenIfHiddenFieldsDiffer) {
  Site site;
  const auto first = site.Send(site.Filled({{"name", "Пётр"},
                                            {"phone", "89160000001"},
                                            {"text", "Цена?"},
                                            {"g-recaptcha-response", "a"},
                                            {"timestamp", "1"}},
                                           "one"));
  const auto again = site.Send(site.Filled(
      {{"text", " цена? "}, {"timestamp", "2"}, {"phone", "+7 (916) 000-00-01"}, {"name", "пётр"}, {"phone", " "}},
      "one"));
  EXPECT_TRUE(again.repeated());
  EXPECT_EQ(again.inquiry_id(), first.inquiry_id());
}

TEST(RepeatedSubmission, WithTheSameIdAndNoContactIsTheSameInquiry) {
  Site site;
  const Site::Values vera = {{"name", "Вера"}, {"telegram", "@vera"}};
  auto once = vera, twice = vera;
  for (const char* name :
       {"csrf_token", "smart-token", "ts", "_wpnonce", "h-captcha-response", "consent", "utm_source"}) {
    once.emplace_back(name, "1");
    twice.emplace_back(name, "2");
  }
  site.Send(site.Filled(once, "one"));
  EXPECT_TRUE(site.Send(site.Filled(twice, "one")).repeated());
}

TEST(RepeatedSubmission, WithAnotherIdIsANewInquiry) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient, "one"));
  EXPECT_NE(site.Send(site.Filled(kAnotherClient, "two")).inquiry_id(), first.inquiry_id());
}

TEST(RepeatedSubmission, WithTheSameValuesIsTheSameInquiryFor10Minutes) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient));
  Crm().Advance(minutes(9));
  EXPECT_EQ(site.Send(site.Filled(kAnotherClient)).inquiry_id(), first.inquiry_id());
  Crm().Advance(minutes(2));
  const auto later = site.Send(site.Filled(kAnotherClient));
  EXPECT_FALSE(later.repeated());
  EXPECT_EQ(site.Send(site.Filled(kAnotherClient)).inquiry_id(), later.inquiry_id());
}

TEST(RepeatedSubmission, MayDifferInWhatThePageGenerates) {
  Site site;
  for (const Site::Values& client : {kAnotherClient, Site::Values{{"telegram", "@vera"}}}) {
    auto once = client, twice = client;
    for (const char* name : {"g-recaptcha-response", "ts", "tranid"}) {
      once.emplace_back(name, "1");
      twice.emplace_back(name, "2");
    }
    const auto first = site.Send(site.Filled(once));
    Crm().Advance(minutes(1));
    const auto again = site.Send(site.Filled(twice));
    EXPECT_TRUE(again.repeated());
    EXPECT_EQ(again.inquiry_id(), first.inquiry_id());
  }
}

TEST(RepeatedSubmission, OfADoubleClickMayDifferInAnyValueThatIsNotMapped) {
  Site site;
  const auto with = [&](const std::string& value) {
    auto values = kAnotherClient;
    values.emplace_back("window", value);
    return site.Filled(values);
  };
  const auto first = site.Send(with("1"));
  Crm().Advance(seconds(2));
  const auto again = site.Send(with("2"));
  EXPECT_TRUE(again.repeated());
  EXPECT_EQ(again.inquiry_id(), first.inquiry_id());
  EXPECT_EQ(Crm().db().Query("SELECT id FROM deals WHERE account_id = ?", site.account_id()).size(), 1U);
  Crm().Advance(seconds(11));
  EXPECT_FALSE(site.Send(with("3")).repeated());
  Crm().Advance(seconds(11));
  EXPECT_EQ(site.Send(with("1")).inquiry_id(), first.inquiry_id());
  EXPECT_EQ(site.Send(with("4")).inquiry_id(), first.inquiry_id());
}

// Each of them is a client of their own.
TEST(RepeatedSubmission, WithoutAPhoneOrAnEmailHasTheSameOtherValues) {
  Site site;
  const auto vera = site.Send(site.Filled({{"name", "Вера"}, {"telegram", "@vera"}}));
  EXPECT_NE(site.Send(site.Filled({{"name", "Вера"}, {"telegram", "@vera2"}})).inquiry_id(), vera.inquiry_id());
}

TEST(RepeatedSubmission, WithOtherValuesIsANewInquiry) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient));
  EXPECT_NE(site.Send(site.Filled({{"name", "Пётр"}, {"phone", "89160000002"}})).inquiry_id(), first.inquiry_id());
}

TEST(RepeatedSubmission, ToAnotherFormIsANewInquiry) {
  Site site;
  site.Send(site.Filled(kAnotherClient, "one"));
  auto elsewhere = site.Filled(kAnotherClient, "one");
  elsewhere.set_key(site.olga.Call<Form>(NewForm()).key());
  EXPECT_FALSE(site.Send(elsewhere).repeated());
}

TEST(RepeatedSubmission, IsAnsweredEvenIfTheFormWasDisabled) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient, "one"));
  UpdateFormRequest disable;
  disable.set_form_id(site.form.id());
  disable.mutable_form()->set_state(Form::STATE_DISABLED);
  site.olga.Call<Form>(disable);
  EXPECT_EQ(site.Send(site.Filled(kAnotherClient, "one")).inquiry_id(), first.inquiry_id());
}

TEST(RepeatedSubmission, IsAcceptedIfTheFirstWasRefusedAndIsCorrected) {
  Site site;
  EXPECT_EQ(site.RefusalOf(site.Filled({}, "one")), "EMPTY_FORM");
  EXPECT_FALSE(site.Send(site.Filled(kAnotherClient, "one")).repeated());
}

TEST(RepeatedSubmission, SentConcurrentlyIsOneInquiry) {
  for (const std::string id : {"one", ""}) {
    Site site;
    std::mutex mutex;
    std::set<int64_t> inquiries;
    const std::vector<std::function<void()>> rivals(6, [&] {
      auto gateway = Crm().Service("gateway");
      const auto answer = gateway.Call<SubmitFormResponse>(site.Filled(kAnotherClient, id));
      const std::lock_guard lock(mutex);
      inquiries.insert(answer.inquiry_id());
    });
    EXPECT_THAT(Race(rivals), Each(IsEmpty()));
    EXPECT_EQ(inquiries.size(), 1U) << id;
    EXPECT_EQ(Crm().db().Query("SELECT id FROM inquiries WHERE account_id = ?", site.account_id()).size(), 1U);
  }
}

TEST(RepeatedSubmission, SentConcurrentlyAfterTheFirstExpiredIsOneInquiry) {
  Site site;
  const auto first = site.Send(site.Filled(kAnotherClient));
  Crm().Advance(minutes(11));
  const std::vector<std::function<void()>> rivals(6, [&] {
    auto gateway = Crm().Service("gateway");
    EXPECT_NE(gateway.Call<SubmitFormResponse>(site.Filled(kAnotherClient)).inquiry_id(), first.inquiry_id());
  });
  EXPECT_THAT(Race(rivals), Each(IsEmpty()));
  EXPECT_EQ(Crm().db().Query("SELECT id FROM inquiries WHERE account_id = ?", site.account_id()).size(), 2U);
}

TEST(RepeatedSubmission, IsForgottenAfter72Hours) {
  Site site;
  site.Send(site.Filled(kAnotherClient, "one"));
  const auto kept = [&] {
    return Crm().db().Query("SELECT 1 FROM form_submissions WHERE account_id = ?", site.account_id()).size();
  };
  crm::Submissions::Forget(Crm().db(), Crm().Now() + std::chrono::microseconds(hours(71)).count(), 1000);
  EXPECT_EQ(kept(), 1U);
  crm::Submissions::Forget(Crm().db(), Crm().Now() + std::chrono::microseconds(hours(73)).count(), 1000);
  EXPECT_EQ(kept(), 0U);
}

}  // namespace
}  // namespace voronka::testing
