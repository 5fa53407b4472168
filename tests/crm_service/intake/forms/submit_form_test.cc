#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::map<std::string, std::string> SentIn(const Inquiry& inquiry) {
  return {inquiry.sent().values().begin(), inquiry.sent().values().end()};
}

UpdateFormRequest Disabling(const Form& form) {
  UpdateFormRequest request;
  request.set_form_id(form.id());
  request.mutable_form()->set_state(Form::STATE_DISABLED);
  return request;
}

CreateFormRequest FormWithConsent(bool required) {
  auto request = NewForm();
  request.mutable_form()->set_consent_text("Согласен на обработку персональных данных");
  request.mutable_form()->set_consent_text_version("2026-01");
  request.mutable_form()->set_consent_required(required);
  return request;
}

TEST(SubmitForm, CreatesADealForANewClient) {
  Site site;
  const auto inquiry = site.Received({{"name", "Пётр"}, {"phone", "8 (916) 000-00-01"}, {"message", "Сколько?"}});
  EXPECT_EQ(inquiry.client_name(), "Пётр");
  EXPECT_EQ(inquiry.text(), "Сколько?");
  EXPECT_EQ(inquiry.source(), Inquiry::SOURCE_SITE);
  EXPECT_EQ(inquiry.source_name(), "Форма на главной");
  const auto deal = site.Find(inquiry.deal_id());
  EXPECT_EQ(deal.pipeline(), "sales");
  EXPECT_EQ(deal.responsible_user_id(), 0);
}

TEST(SubmitForm, RecognisesTheClientByPhone) {
  Site site;
  const auto first = site.Received({{"phone", "8 (916) 000-00-01"}});
  const auto second = site.Received({{"телефон", "+7 916 000 00 01"}, {"имя", "Пётр"}});
  EXPECT_EQ(second.deal_id(), first.deal_id());
  EXPECT_EQ(second.contact_id(), first.contact_id());
}

TEST(SubmitForm, UsesTheFormsPipeline) {
  auto wanted = NewForm();
  wanted.mutable_form()->set_pipeline("repeat");
  Site site(wanted);
  EXPECT_EQ(site.Find(site.Received({{"name", "Пётр"}}).deal_id()).pipeline(), "repeat");
}

TEST(SubmitForm, ReadsCommonFieldNamesInAnyCaseAfterTheFormsOwn) {
  auto wanted = NewForm();
  (*wanted.mutable_form()->mutable_field_map())["Вопрос"] = "client_name";
  (*wanted.mutable_form()->mutable_field_map())["name"] = "sent";
  Site site(wanted);
  const auto inquiry = site.Received({{"ТЕЛЕФОН", "89160000001"},
                                      {"E-Mail", "p@mail.test"},
                                      {" вопрос ", "Пётр"},
                                      {"Name", "x"},
                                      {"utm_source", "ya"}});
  EXPECT_EQ(inquiry.phone(), "89160000001");
  EXPECT_EQ(inquiry.email(), "p@mail.test");
  EXPECT_EQ(inquiry.client_name(), "Пётр");
  EXPECT_EQ(inquiry.utm().source(), "ya");
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("Name", "x")));
}

TEST(SubmitForm, KeepsValuesThatFitNoField) {
  Site site;
  const std::string long_name(201, 'x');
  const auto inquiry = site.Received({{"phone", "звоните Васе"},
                                      {"email", "нет"},
                                      {"name", long_name},
                                      {"размер", "XL"},
                                      {"размер", "L"},
                                      {"тара", " "}});
  EXPECT_EQ(inquiry.phone(), "");
  EXPECT_EQ(inquiry.client_name(), long_name.substr(1));
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("phone", "звоните Васе"), Pair("email", "нет"),
                                                    Pair("name", long_name), Pair("размер", "XL\nL")));
}

TEST(SubmitForm, KeepsAnEmailThatNoContactCanHold) {
  Site site;
  std::string mail;
  for (int i = 0; i < 240; ++i) mail += "İ";
  mail += "@a.ru";
  EXPECT_EQ(site.Received({{"email", mail}}).email(), mail);
}

TEST(SubmitForm, FindsThePhoneAndTheEmailInSurroundingText) {
  Site site;
  const auto first = site.Received({{"phone", "89160000001"}, {"email", "petr@mail.test"}});
  for (const char* phone : {"tel:+79160000001", "\u202A+79160000001\u202C", "+7 (916) 000\u201100\u201101",
                            "８９１６００００００１", "89160000001, 89160000002", "Пётр 89160000001"}) {
    EXPECT_EQ(site.Received({{"phone", phone}}).contact_id(), first.contact_id()) << phone;
  }
  EXPECT_EQ(site.Received({{"phone", "8 916 000-00-02"}}).contact_id(), first.contact_id());
  for (const char* mail : {"mailto:petr@mail.test?subject=a", "Пётр <Petr@mail.test>", "petr@mail.test.",
                           "\u200Bpetr@mail.test", "petr＠mail.test"}) {
    const auto inquiry = site.Received({{"email", mail}});
    EXPECT_EQ(inquiry.contact_id(), first.contact_id()) << mail;
    EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("email", mail)));
  }
}

TEST(SubmitForm, KnowsAFormByItsWholeKeyOnly) {
  Site site;
  auto request = site.Filled({{"phone", "89160000001"}});
  request.set_key(request.key() + " ");
  EXPECT_EQ(site.RefusalOf(request), "UNKNOWN_FORM");
}

TEST(SubmitForm, ReadsANameAsPeopleSeeIt) {
  Site site;
  EXPECT_EQ(site.Received({{"name", "Алек\u00ADсандр"}}).client_name(), "Александр");
  EXPECT_EQ(site.Received({{"name", "Аня 👩\u200D👧"}}).client_name(), "Аня 👩\u200D👧");
  const auto inquiry = site.Received({{"name", "O&#039;Neil &amp;amp; Co"}, {"message", "5 &lt; 7"}});
  EXPECT_EQ(inquiry.client_name(), "O'Neil &amp; Co");
  EXPECT_EQ(inquiry.text(), "5 < 7");
  EXPECT_THAT(SentIn(inquiry),
              UnorderedElementsAre(Pair("name", "O&#039;Neil &amp;amp; Co"), Pair("message", "5 &lt; 7")));
}

TEST(SubmitForm, TakesNoOtherNumberForThePhone) {
  Site site;
  const auto stranger = site.Received({{"phone", "+77701234567"}});
  for (const char* text : {"ИНН 7701234567", "29.02.1985", "12 500,50 руб.", "4111 1111 1111 1111"}) {
    const auto inquiry = site.Received({{"name", "Анна"}, {"phone", text}});
    EXPECT_NE(inquiry.contact_id(), stranger.contact_id()) << text;
    EXPECT_EQ(inquiry.phone(), text);
  }
}

TEST(SubmitForm, RecognisesAnEmailInThePhoneField) {
  Site site;
  const auto first = site.Received({{"email", "ira19851204@mail.test"}});
  EXPECT_EQ(site.Received({{"phone", "ira19851204@mail.test"}}).contact_id(), first.contact_id());
}

TEST(SubmitForm, FindsEveryEmailInAField) {
  Site site;
  const auto first = site.Received({{"email", "petr@mail.test"}});
  for (const char* mail :
       {"petr@mail.test, p@mail.test", "petr@mail.test p@mail.test", "p@mail.test; petr@mail.test"}) {
    const auto inquiry = site.Received({{"email", mail}});
    EXPECT_EQ(inquiry.contact_id(), first.contact_id()) << mail;
    EXPECT_EQ(site.Received({{"email", "p@mail.test"}}).contact_id(), first.contact_id()) << mail;
  }
  EXPECT_EQ(site.Received({{"email", "a@mail.test b@mail.test"}}).email(), "a@mail.test, b@mail.test");
  EXPECT_EQ(site.Received({{"email", "A.Ivanova@mail.test"}}).email(), "A.Ivanova@mail.test");
}

TEST(SubmitForm, DoesNotTakeAnEmailWithAnApostropheForAnothers) {
  Site site;
  const auto neil = site.Received({{"email", "neil@mail.test"}});
  const auto other = site.Received({{"email", "o'neil@mail.test"}});
  EXPECT_EQ(other.email(), "o'neil@mail.test");
  EXPECT_NE(other.contact_id(), neil.contact_id());
}

TEST(SubmitForm, IgnoresAnEmailThatMayBePartOfAnother) {
  Site site;
  const auto ivanov = site.Received({{"email", "ivanov@mail.test"}});
  const auto inquiry = site.Received({{"email", "petr ivanov@mail.test"}});
  EXPECT_NE(inquiry.contact_id(), ivanov.contact_id());
  EXPECT_EQ(inquiry.email(), "petr ivanov@mail.test");
}

TEST(SubmitForm, JoinsValuesBeyondAHundred) {
  Site site;
  Site::Values values;
  for (int i = 0; i < 300; ++i) values.emplace_back("q" + std::to_string(i), "да");
  values.emplace_back("phone", "89160000001");
  const auto inquiry = site.Received(values);
  EXPECT_EQ(inquiry.phone(), "89160000001");
  auto sent = SentIn(inquiry);
  EXPECT_EQ(sent.size(), 100U);
  EXPECT_EQ(sent["q98"], "да");
  EXPECT_TRUE(sent["_more"].starts_with("q99: да\nq100: да\n"));
  EXPECT_TRUE(sent["_more"].ends_with("q299: да"));
}

TEST(SubmitForm, KnowsItsClientByASecondPhoneOrEmail) {
  Site site;
  const auto first = site.Received(
      {{"phone", "89160000001"}, {"mobile", "89160000002"}, {"email", "petr@mail.test"}, {"email", "p@mail.test"}});
  EXPECT_EQ(first.phone(), "89160000001, 89160000002");
  EXPECT_EQ(first.email(), "petr@mail.test, p@mail.test");
  EXPECT_THAT(SentIn(first), UnorderedElementsAre(Pair("mobile", "89160000002"), Pair("email", "p@mail.test")));
  EXPECT_EQ(site.Received({{"phone", "+7 916 000-00-02"}}).contact_id(), first.contact_id());
  EXPECT_EQ(site.Received({{"mail", "P@mail.test"}}).contact_id(), first.contact_id());
}

TEST(SubmitForm, KeepsItsSource) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_page_url("https://shop.example/?a=b");
  request.set_referrer("https://ya.ru/");
  request.set_client_address("192.0.2.1");
  const auto inquiry = site.Received(request);
  EXPECT_EQ(inquiry.page_url(), "https://shop.example/?a=b");
  EXPECT_THAT(SentIn(inquiry),
              UnorderedElementsAre(Pair("referrer", "https://ya.ru/"), Pair("client_address", "192.0.2.1")));
}

TEST(SubmitForm, ReadsTheCampaignAtTheEndOfALongAddress) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}, {"utm_term", std::string(201, 'x')}});
  const std::string page = "https://shop.example/?" + std::string(2'050, 'a');
  request.set_page_url(page + "&utm_source=%FF%ED%E4%E5%EA%F1&utm_medium=cpc");
  const auto inquiry = site.Received(request);
  EXPECT_EQ(inquiry.utm().source(), "яндекс");
  EXPECT_EQ(inquiry.utm().medium(), "cpc");
  EXPECT_EQ(inquiry.utm().term(), std::string(200, 'x'));
  EXPECT_EQ(inquiry.page_url(), page.substr(0, 2'000));
}

TEST(SubmitForm, IsShownInFullInTheDealsTimeline) {
  Site site(FormWithConsent(true));
  const auto inquiry = site.Received({{"name", "Пётр"}, {"размер", "XL"}, {"consent", "on"}});
  const auto entries = site.TimelineOf(inquiry.deal_id());
  EXPECT_EQ(entries.back().kind(), TimelineEntry::KIND_INQUIRY);
  EXPECT_EQ(entries.back().inquiry().SerializeAsString(), inquiry.SerializeAsString());
}

TEST(SubmitForm, KeepsTheConsentTextThatWasShown) {
  Site site(FormWithConsent(false));
  const int64_t before = Crm().Now();
  const auto inquiry = site.Received({{"name", "Пётр"}, {"согласие", "on"}});
  EXPECT_EQ(inquiry.consent().text(), "Согласен на обработку персональных данных");
  EXPECT_EQ(inquiry.consent().text_version(), "2026-01");
  EXPECT_GE(inquiry.consent().time().seconds(), before / 1'000'000);
}

TEST(SubmitForm, KeepsNoConsentThatWasNotGiven) {
  Site site(FormWithConsent(false));
  EXPECT_FALSE(site.Received({{"name", "Пётр"}}).has_consent());
  EXPECT_FALSE(site.Received({{"name", "Пётр"}, {"consent", "0"}}).has_consent());
}

TEST(SubmitForm, IsRefusedWithoutRequiredConsent) {
  Site site(FormWithConsent(true));
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}})), "CONSENT_REQUIRED");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}, {"consent", "Нет"}})), "CONSENT_REQUIRED");
}

TEST(SubmitForm, RecordsNoRefusalAsConsent) {
  Site required(FormWithConsent(true));
  EXPECT_EQ(required.RefusalOf(required.Filled({{"phone", "89160000001"}, {"consent", "Не согласен"}})),
            "CONSENT_REQUIRED");
  Site site(FormWithConsent(false));
  const auto inquiry = site.Received({{"phone", "89160000001"}, {"consent", "Не согласен"}});
  EXPECT_FALSE(inquiry.has_consent());
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("consent", "Не согласен")));
}

TEST(SubmitForm, IsRefusedIfNothingIsFilledIn) {
  Site site;
  EXPECT_EQ(site.RefusalOf(site.Filled({})), "EMPTY_FORM");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", " \n"}, {"utm_source", "ya"}, {"consent", "on"}})), "EMPTY_FORM");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "\u200B\u00A0"}, {"phone", "\u3164"}, {"text", "\u2800 \u2060"}})),
            "EMPTY_FORM");
}

TEST(SubmitForm, IsRefusedForAnUnknownKey) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_key(std::string(32, '0'));
  const auto failure = FailureOf(site.gateway, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(failure.reason(), "UNKNOWN_FORM");
}

TEST(SubmitForm, IsRefusedIfTheFormIsDisabled) {
  Site site;
  site.olga.Call<Form>(Disabling(site.form));
  const auto failure = FailureOf(site.gateway, site.Filled({{"name", "Пётр"}}));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "FORM_DISABLED");
}

TEST(SubmitForm, IsRefusedFromAForeignSite) {
  auto wanted = NewForm();
  wanted.mutable_form()->add_allowed_origins("https://shop.example");
  Site site(wanted);
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_origin("https://evil.example");
  EXPECT_EQ(site.RefusalOf(request), "ORIGIN_NOT_ALLOWED");
  request.set_origin("https://shop.example");
  EXPECT_NE(site.Send(request).inquiry_id(), 0);
}

TEST(SubmitForm, AcceptsItsSiteInAnyNotation) {
  auto wanted = NewForm();
  wanted.mutable_form()->add_allowed_origins("https://Магазин.рф:443");
  wanted.mutable_form()->add_allowed_origins("http://Shop.Example:8080");
  wanted.mutable_form()->add_allowed_origins("https://кабель-опт.рф");
  wanted.mutable_form()->add_allowed_origins("https://Shop.Example");
  wanted.mutable_form()->add_allowed_origins("https://opt.example:443");
  Site site(wanted);
  // Each from a different client: a repeated submission would get its first answer, wherever it came from.
  const auto sent_from = [&site](const char* origin) {
    auto request = site.Filled({{"name", origin}});
    request.set_origin(origin);
    return request;
  };
  for (const char* origin : {"https://xn--80aairftm.xn--p1ai", "http://shop.example:8080",
                             "https://xn----7sbdqwjwi1a0h.xn--p1ai", "https://shop.example", "https://opt.example"}) {
    EXPECT_NE(site.Send(sent_from(origin)).inquiry_id(), 0) << origin;
  }
  // No browser sends the last three.
  for (const char* other :
       {"http://xn--80aairftm.xn--p1ai", "http://shop.example", "null", "https://[::1]:443", "https://shop。example",
        "https://shop.example:0443", "https://shop.example, https://evil.example"}) {
    EXPECT_EQ(site.RefusalOf(sent_from(other)), "ORIGIN_NOT_ALLOWED") << other;
  }
}

TEST(SubmitForm, CreatesNothingIfItIsOnlyADryRun) {
  auto wanted = FormWithConsent(true);
  wanted.mutable_form()->set_redirect_url("https://кабель-опт.рф/спасибо");
  Site site(wanted);
  auto request = site.Filled({{"name", "Пётр"}, {"consent", "on"}});
  request.set_validate_only(true);
  const auto response = site.Send(request);
  EXPECT_EQ(response.inquiry_id(), 0);
  EXPECT_EQ(response.redirect_url(), "https://xn----7sbdqwjwi1a0h.xn--p1ai/спасибо");
  request.mutable_values()->RemoveLast();
  EXPECT_EQ(site.RefusalOf(request), "CONSENT_REQUIRED");
  EXPECT_FALSE(site.Send(site.Filled({{"name", "Пётр"}, {"consent", "on"}})).repeated());
}

// Tilda asks so whether somebody listens, and refuses the address for any other answer than 200.
TEST(SubmitForm, AnswersTheProbeOfASiteBuilderAndCreatesNothing) {
  for (const bool consent_required : {false, true}) {
    Site site(FormWithConsent(consent_required));
    for (int i = 0; i < 2; ++i) {
      const auto response = site.Send(site.Filled({{"test", "test"}}));
      EXPECT_EQ(response.inquiry_id(), 0);
      EXPECT_FALSE(response.repeated());
    }
    for (const char* table : {"inquiries", "contacts", "deals", "held_forms"}) {
      const std::string query = std::string("SELECT id FROM ") + table + " WHERE account_id = ?";
      EXPECT_EQ(Crm().db().Query(query, site.account_id()).size(), 0U) << table;
    }
  }
}

TEST(SubmitForm, AnswersPingsOfSocialNetworksAndCreatesNothing) {
  Site site(FormWithConsent(true));
  for (const Site::Values& ping : std::vector<Site::Values>{
           {{"type", "confirmation"}, {"group_id", "5"}},
           {{"object", "page"}, {"entry.changes.field", "leadgen"}, {"entry.changes.value.leadgen_id", "7"}}}) {
    EXPECT_EQ(site.Send(site.Filled(ping)).inquiry_id(), 0);
  }
  EXPECT_EQ(Crm().db().Query("SELECT id FROM deals WHERE account_id = ?", site.account_id()).size(), 0U);
}

TEST(SubmitForm, RefusesTheProbeIfItTakesNothing) {
  Site site;
  site.olga.Call<Form>(Disabling(site.form));
  EXPECT_EQ(site.RefusalOf(site.Filled({{"test", "test"}})), "FORM_DISABLED");
}

TEST(SubmitForm, TakesWhatOnlyLooksLikeAProbe) {
  Site site;
  for (const Site::Values& values :
       {Site::Values{{"test", "да"}}, {{"test", "test"}, {"phone", "89160000001"}}, {{"message", "test"}}}) {
    EXPECT_NE(site.Send(site.Filled(values)).inquiry_id(), 0);
  }
}

TEST(SubmitForm, IsOnlyForTheGateway) {
  Site site;
  EXPECT_EQ(FailureOf(site.intake, site.Filled({{"name", "Пётр"}})).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(SubmitForm, ReadsTheFieldNamesOfSiteBuilders) {
  Site site;
  int number = 0;
  for (const char* name : {"form_fields[phone]", "fields[phone][value]", "data.Phone", "Phone[]", "phone[0]", "Phone_2",
                           "tel-123", "your_phone", "payload.data.Phone Number"}) {
    const std::string phone = "+7916000010" + std::to_string(number++);
    EXPECT_EQ(site.Received({{name, phone}}).phone(), phone) << name;
  }
  EXPECT_EQ(site.Received({{"products.name", "Кабель"}, {"name", "Пётр"}}).client_name(), "Пётр");
}

TEST(SubmitForm, ReadsTheConsentValuesOfSiteBuilders) {
  Site site(FormWithConsent(true));
  for (const char* name : {"consent[]", "acceptance-1", "consent.checked"}) {
    EXPECT_TRUE(site.Received({{"name", name}, {name, "true"}}).has_consent()) << name;
  }
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}, {"consent", "null"}})), "CONSENT_REQUIRED");
}

TEST(SubmitForm, PutsANameTogetherFromItsParts) {
  Site site;
  const std::vector<Site::Values> written = {
      {{"first_name", "Анна"}, {"last_name", "Пробная"}, {"phone_number", "+79160000114"}},
      {{"fields[first_name][value]", "Анна"}, {"fields[last_name][value]", "Пробная"}, {"phone", "+79160000114"}},
      {{"Фамилия", "Пробная"}, {"Имя", "Анна"}, {"phone", "+79160000114"}},
      {{"full_name", "Анна Пробная"}, {"first_name", "Анна"}, {"last_name", "Пробная"}, {"phone", "+79160000114"}},
      {{"fields[name][value]", "Анна Пробная"}, {"fields[phone][value]", "+79160000114"}}};
  for (const auto& values : written) {
    const auto inquiry = site.Received(values);
    EXPECT_EQ(inquiry.client_name(), "Анна Пробная") << values[0].first;
    EXPECT_EQ(inquiry.phone(), "+79160000114") << values[0].first;
    EXPECT_EQ(inquiry.sent().values_size(), 0) << values[0].first;
  }
  EXPECT_EQ(
      site.Received({{"last_name", "Пробная"}, {"middle_name", "Петровна"}, {"first_name", "Анна"}}).client_name(),
      "Анна Петровна Пробная");
}

TEST(SubmitForm, PutsANameTogetherAsTheFormsMapSays) {
  auto wanted = NewForm();
  auto& map = *wanted.mutable_form()->mutable_field_map();
  map["field_1"] = "first_name";
  map["field_2"] = "last_name";
  map["anketa.kontakt"] = "phone";
  Site site(wanted);
  const auto inquiry = site.Received(
      {{"fields[field_1][value]", "Анна"}, {"fields[field_2][value]", "Пробная"}, {"anketa.kontakt", "+79160000114"}});
  EXPECT_EQ(inquiry.client_name(), "Анна Пробная");
  EXPECT_EQ(inquiry.phone(), "+79160000114");
}

TEST(SubmitForm, KeepsTheWholeOfANameThatIsTooLong) {
  Site site;
  const std::string first(150, 'a');
  const std::string last(150, 'b');
  const auto inquiry = site.Received({{"first_name", first}, {"last_name", last}, {"first_name", "c"}});
  EXPECT_EQ(inquiry.client_name(), (first + " " + last).substr(0, 200));
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("client_name", first + " " + last), Pair("first_name", "c")));
}

TEST(SubmitForm, KeepsANameOnOneLine) {
  Site site;
  const auto inquiry = site.Received({{"name", "Иванов\tИван"}});
  EXPECT_EQ(inquiry.client_name(), "Иванов Иван");
  EXPECT_THAT(SentIn(inquiry), Contains(Pair("name", "Иванов\tИван")));
  std::string long_name;
  for (int i = 0; i < 201; ++i) long_name += "Ж";
  EXPECT_EQ(site.Received({{"name", long_name}}).client_name(), long_name.substr(2));
}

}  // namespace
}  // namespace voronka::testing
