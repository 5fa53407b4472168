#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

GetFormRequest Getting(int64_t form_id) {
  GetFormRequest request;
  request.set_form_id(form_id);
  return request;
}

UpdateFormRequest Renaming(const Form& form, const std::string& name) {
  UpdateFormRequest request;
  request.set_form_id(form.id());
  request.mutable_form()->set_name(name);
  return request;
}

TEST(Forms, GetAKeyOfTheirOwn) {
  Site site;
  const auto another = site.olga.Call<Form>(NewForm());
  EXPECT_EQ(site.form.key().size(), 32U);
  EXPECT_NE(another.key(), site.form.key());
  EXPECT_EQ(another.state(), Form::STATE_ACTIVE);
}

TEST(Forms, AreStoredAsCreated) {
  auto wanted = NewForm();
  auto& form = *wanted.mutable_form();
  form.set_pipeline("repeat");
  form.set_consent_text("Согласен");
  form.set_consent_text_version("2026-01");
  form.set_consent_required(true);
  form.set_redirect_url("https://shop.example/thanks");
  form.add_allowed_origins("https://shop.example");
  (*form.mutable_field_map())["ваш вопрос"] = "text";
  Site site(wanted);
  const auto kept = site.olga.Call<Form>(Getting(site.form.id()));
  EXPECT_EQ(kept.SerializeAsString(), site.form.SerializeAsString());
  EXPECT_EQ(kept.pipeline(), "repeat");
  EXPECT_TRUE(kept.consent_required());
  EXPECT_EQ(kept.field_map().at("ваш вопрос"), "text");
}

TEST(Forms, RefuseWhatIsNoOrigin) {
  Office office;
  auto wrong = NewForm();
  for (const char* text : {"shop.example", "https://shop.example/", "https://*.shop.example", "ftp://shop.example"}) {
    wrong.mutable_form()->add_allowed_origins(text);
  }
  EXPECT_THAT(ViolationsOf(office.olga, wrong), UnorderedElementsAre("NOT_AN_ORIGIN at form.allowed_origins[0]",
                                                                     "NOT_AN_ORIGIN at form.allowed_origins[2]",
                                                                     "NOT_AN_ORIGIN at form.allowed_origins[3]"));
}

TEST(Forms, KeepOriginsAsWritten) {
  auto wanted = NewForm();
  wanted.mutable_form()->add_allowed_origins("https://Кабель-Опт.рф:443");
  Site site(wanted);
  EXPECT_THAT(site.olga.Call<Form>(Getting(site.form.id())).allowed_origins(),
              ElementsAre("https://Кабель-Опт.рф:443"));
}

TEST(Forms, ReportAllViolationsAtOnce) {
  Office office;
  auto wrong = NewForm();
  wrong.mutable_form()->set_pipeline("nowhere");
  wrong.mutable_form()->set_consent_required(true);
  (*wrong.mutable_form()->mutable_field_map())["x"] = "address";
  EXPECT_THAT(ViolationsOf(office.olga, wrong),
              UnorderedElementsAre("UNKNOWN_PIPELINE at form.pipeline", "UNKNOWN_TARGET at form.field_map[\"x\"]",
                                   "CONSENT_TEXT_REQUIRED at form.consent_text"));
}

TEST(Forms, NameEachFieldOnceInTheirMap) {
  Office office;
  auto wrong = NewForm();
  auto& map = *wrong.mutable_form()->mutable_field_map();
  map["A b"] = "phone";
  map["a-B*"] = "email";
  map[" "] = "phone";
  map["a b 2"] = "phone";
  map["📞"] = "phone";
  EXPECT_THAT(ViolationsOf(office.olga, wrong),
              UnorderedElementsAre("DUPLICATE_NAME at form.field_map[\"a-B*\"]", "REQUIRED at form.field_map[\" \"]"));
}

TEST(Forms, ChangeOnlyWhatTheMaskNames) {
  Site site;
  const auto changed = site.olga.Call<Form>(Renaming(site.form, "Форма внизу"));
  EXPECT_EQ(changed.name(), "Форма внизу");
  EXPECT_EQ(changed.key(), site.form.key());
  EXPECT_EQ(changed.etag(), site.form.etag() + 1);
}

TEST(Forms, RefuseAStaleEtag) {
  Site site;
  site.olga.Call<Form>(Renaming(site.form, "Форма внизу"));
  auto late = Renaming(site.form, "Форма сбоку");
  late.set_etag(site.form.etag());
  EXPECT_EQ(FailureOf(site.olga, late).reason(), "STALE_ETAG");
}

TEST(Forms, AreListedOrderedById) {
  Site site;
  const auto another = site.olga.Call<Form>(NewForm());
  const auto response = site.olga.Call<ListFormsResponse>(ListFormsRequest());
  std::vector<int64_t> ids;
  for (const auto& form : response.forms()) ids.push_back(form.id());
  EXPECT_THAT(ids, ElementsAre(site.form.id(), another.id()));
}

TEST(Forms, AreOnlyForAdmins) {
  Site site;
  EXPECT_EQ(FailureOf(site.anna, NewForm()).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(Forms, InAnotherAccountAreNotFound) {
  Site site;
  Office others;
  EXPECT_EQ(FailureOf(others.olga, Getting(site.form.id())).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
