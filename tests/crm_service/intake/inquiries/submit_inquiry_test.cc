#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kPhone = "+79161234567";

Contact ContactOf(Office& office, const Inquiry& response) {
  GetContactRequest request;
  request.set_contact_id(response.contact_id());
  return office.olga.Call<Contact>(request);
}

Inquiry Kept(Office& office, int64_t inquiry_id) {
  GetInquiryRequest request;
  request.set_inquiry_id(inquiry_id);
  return office.olga.Call<Inquiry>(request);
}

Inquiry Submit(Office& office, const SubmitInquiryRequest& request) { return office.intake.Call<Inquiry>(request); }

TEST(SubmitInquiry, CreatesADealForANewClient) {
  Office office;
  const auto response = Submit(office, Asking("8 916 123-45-67", "Petr@Example.com"));
  EXPECT_EQ(response.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
  const auto contact = ContactOf(office, response);
  EXPECT_EQ(contact.name(), "Пётр");
  EXPECT_THAT(contact.phones(), ElementsAre(kPhone));
  EXPECT_THAT(contact.emails(), ElementsAre("petr@example.com"));
  const auto deal = office.Find(response.deal_id());
  EXPECT_EQ(deal.pipeline(), "sales");
  EXPECT_EQ(deal.stage(), "new");
  EXPECT_EQ(deal.responsible_user_id(), 0);
  EXPECT_EQ(deal.client_manager_user_id(), 0);
  EXPECT_EQ(deal.contact_id(), contact.id());
  EXPECT_EQ(deal.name(), "");
}

TEST(SubmitInquiry, KeepsEverythingTheClientSent) {
  Office office;
  auto request = Asking("8 916 123-45-67", "Petr@Example.com");
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source_name("Форма на главной");
  inquiry.set_page_url("https://example.com/?a=1");
  inquiry.mutable_utm()->set_source("yandex");
  inquiry.mutable_utm()->set_campaign("столы");
  (*inquiry.mutable_sent()->mutable_values())["Город"] = "Омск";
  const auto response = Submit(office, request);
  inquiry.set_id(response.id());
  inquiry.set_deal_id(response.deal_id());
  inquiry.set_contact_id(response.contact_id());
  *inquiry.mutable_create_time() = response.create_time();
  inquiry.set_outcome(Inquiry::OUTCOME_NEW_CLIENT);
  EXPECT_EQ(response.SerializeAsString(), inquiry.SerializeAsString());
  EXPECT_EQ(Kept(office, inquiry.id()).SerializeAsString(), inquiry.SerializeAsString());
}

TEST(SubmitInquiry, NeedsAPhoneAnEmailOrAName) {
  Office office;
  auto request = Asking("");
  request.mutable_inquiry()->clear_client_name();
  EXPECT_THAT(ViolationsOf(office.intake, request), ElementsAre("CLIENT_REQUIRED at inquiry"));
}

TEST(SubmitInquiry, CreatesAContactFromANameAlone) {
  Office office;
  const auto first = Submit(office, Asking(""));
  EXPECT_EQ(first.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
  EXPECT_EQ(ContactOf(office, first).name(), "Пётр");
  // The same name does not mean the same client.
  EXPECT_NE(Submit(office, Asking("")).contact_id(), first.contact_id());
}

TEST(SubmitInquiry, KeepsAnImpossiblePhone) {
  Office office;
  const auto response = Submit(office, Asking("123"));
  EXPECT_EQ(response.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
  EXPECT_EQ(Kept(office, response.id()).phone(), "123");
  EXPECT_THAT(ContactOf(office, response).phones(), IsEmpty());
}

TEST(SubmitInquiry, KeepsAPhoneWithoutAnAreaAsItWasTyped) {
  Office office;
  const auto first = Submit(office, Asking("Калуга, 2-34-56"));
  EXPECT_THAT(ContactOf(office, first).phones(), ElementsAre("Калуга, 2-34-56"));
  EXPECT_NE(Submit(office, Asking("Калуга, 2-34-56")).contact_id(), first.contact_id());
}

TEST(SubmitInquiry, GivesTheContactEveryPhoneAndEmail) {
  Office office;
  const std::string phone = "тел. 8 495 123-45-67 доб. 12, +7\u00A0916 123\u201145\u201167 (WhatsApp)";
  const auto response = Submit(office, Asking(phone, "Пётр <petr@example.com>, info@example.com."));
  EXPECT_EQ(Kept(office, response.id()).phone(), phone);
  EXPECT_THAT(ContactOf(office, response).phones(), ElementsAre("+74951234567;ext=12", kPhone));
  EXPECT_THAT(ContactOf(office, response).emails(), ElementsAre("petr@example.com", "info@example.com"));
  EXPECT_EQ(Submit(office, Asking(kPhone)).contact_id(), response.contact_id());
}

TEST(SubmitInquiry, RecognisesTheClientByAnyNotationOfAnEmail) {
  Office office;
  const auto contact = Submit(office, Asking("", "пётр@кабель-опт.рф")).contact_id();
  for (const char* written : {"Пётр <пётр@кабель-опт.рф>", "<ПЁТР@КАБЕЛЬ-ОПТ.РФ>", "mailto:пётр@кабель-опт.рф",
                              "пётр@кабель-опт.рф\u00A0", "\u200Bпётр@кабель-опт.рф", "пётр@кабель-опт.рф.",
                              "пётр@xn----7sbdqwjwi1a0h.xn--p1ai", "пе\u0308тр@кабель-опт.рф"}) {
    EXPECT_EQ(Submit(office, Asking("", written)).contact_id(), contact) << written;
  }
}

TEST(SubmitInquiry, KeepsAnEmailThatMayAddARecipientAsText) {
  Office office;
  const auto response = Submit(office, Asking(kPhone, "a@b.ru?bcc=x%40y.zz"));
  EXPECT_EQ(Kept(office, response.id()).email(), "a@b.ru?bcc=x%40y.zz");
  EXPECT_THAT(ContactOf(office, response).emails(), IsEmpty());
}

// In lower case the letter becomes two characters, so no contact can hold this address.
TEST(SubmitInquiry, KeepsAnEmailThatNoContactCanHold) {
  Office office;
  std::string mail;
  for (int i = 0; i < 240; ++i) mail += "İ";
  mail += "@a.ru";
  const auto response = Submit(office, Asking(kPhone, mail));
  EXPECT_EQ(Kept(office, response.id()).email(), mail);
  EXPECT_THAT(ContactOf(office, response).phones(), ElementsAre(kPhone));
  EXPECT_THAT(ContactOf(office, response).emails(), IsEmpty());
  auto alone = Asking("", mail);
  alone.mutable_inquiry()->clear_client_name();
  EXPECT_EQ(Kept(office, Submit(office, alone).id()).email(), mail);
}

TEST(SubmitInquiry, RecognisesTheClientByEmailIfThePhoneIsImpossible) {
  Office office;
  const auto first = Submit(office, Asking(kPhone, "petr@example.com"));
  EXPECT_EQ(Submit(office, Asking("123", "petr@example.com")).contact_id(), first.contact_id());
}

TEST(SubmitInquiry, GoesToTheNamedPipeline) {
  Office office;
  auto request = Asking(kPhone);
  request.set_pipeline("repeat");
  EXPECT_EQ(office.Find(Submit(office, request).deal_id()).pipeline(), "repeat");
}

TEST(SubmitInquiry, GoesToTheFirstPipelineIfNoneIsTheDefault) {
  Colleagues they;
  they.olga.Call<Pipeline>(Creating(RepeatPipeline()));
  auto sales = SalesPipeline();
  sales.set_default_for_inquiries(false);
  they.olga.Call<Pipeline>(Creating(sales));
  const auto response = they.anna.Call<Inquiry>(Asking(kPhone));
  GetDealRequest request;
  request.set_deal_id(response.deal_id());
  EXPECT_EQ(they.anna.Call<Deal>(request).pipeline(), "repeat");
}

TEST(SubmitInquiry, IsRefusedIfTheAccountHasNoPipeline) {
  Colleagues they;
  const auto failure = FailureOf(they.anna, Asking(kPhone));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "NO_PIPELINE");
}

TEST(SubmitInquiry, IsRefusedForAnUnknownPipeline) {
  Office office;
  auto request = Asking(kPhone);
  request.set_pipeline("unknown");
  EXPECT_EQ(FailureOf(office.intake, request).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(SubmitInquiry, GivesARetryTheSameAnswer) {
  Office office;
  auto request = Asking(kPhone);
  request.set_request_id("form-1");
  const auto first = Submit(office, request);
  EXPECT_EQ(Submit(office, request).SerializeAsString(), first.SerializeAsString());
  ListInquiriesRequest list;
  list.set_deal_id(first.deal_id());
  EXPECT_EQ(office.olga.Call<ListInquiriesResponse>(list).inquiries_size(), 1);
}

TEST(ListInquiries, ReturnsTheInquiriesOfADealOldestFirst) {
  Office office;
  const auto first = Submit(office, Asking(kPhone));
  const auto second = Submit(office, Asking(kPhone));
  Submit(office, Asking("+79167654321"));
  ListInquiriesRequest request;
  request.set_deal_id(first.deal_id());
  request.set_page_size(1);
  auto page = office.anna.Call<ListInquiriesResponse>(request);
  ASSERT_EQ(page.inquiries_size(), 1);
  EXPECT_EQ(page.inquiries(0).id(), first.id());
  request.set_page_token(page.next_page_token());
  page = office.anna.Call<ListInquiriesResponse>(request);
  ASSERT_EQ(page.inquiries_size(), 1);
  EXPECT_EQ(page.inquiries(0).id(), second.id());
  EXPECT_EQ(page.next_page_token(), "");
}

TEST(GetInquiry, DoesNotFindOneInAnotherAccount) {
  Office office;
  Colleagues others;
  GetInquiryRequest request;
  request.set_inquiry_id(Submit(office, Asking(kPhone)).id());
  EXPECT_EQ(FailureOf(others.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
