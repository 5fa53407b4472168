#include "tests/gateway/served/site_form.h"

#include <fmt/format.h>

#include <atomic>
#include <nlohmann/json.hpp>

#include "foundation/storage/connection.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using crm::v1::Form;

int Count() {
  static std::atomic<int> count = 0;
  return ++count;
}

Form Made(Premises& premises, Form wanted, int number) {
  crm::v1::CreateFormRequest request;
  wanted.set_name(fmt::format("Форма {}", number));
  *request.mutable_form() = std::move(wanted);
  return premises.account.admin().Call<Form>(request);
}

// An address reserved for documentation.
std::string Address(int number) { return fmt::format("198.51.100.{}", number % 256); }

}  // namespace

SiteForm::SiteForm(Premises& premises, Form form)
    : premises_(premises),
      form_(Made(premises, std::move(form), Count())),
      path_("/forms/" + form_.key()),
      address_(Address(Count())),
      http_(premises.system.gateway().address()) {}

HttpAnswer SiteForm::Post(const std::string& body, const HttpHeaders& headers) {
  return http_.Ask(Posting(body, headers));
}

HttpRequest SiteForm::Posting(const std::string& body, const HttpHeaders& headers) const {
  HttpRequest request{.path = path_, .headers = headers, .body = body};
  if (!headers.contains("content-type")) request.headers.emplace("content-type", kUrlencoded);
  if (!headers.contains("x-forwarded-for")) request.headers.emplace("x-forwarded-for", address_);
  return request;
}

std::map<std::string, int64_t> SiteForm::Refusals(const std::string& reason) const {
  crm::v1::ListFormRefusalsRequest request;
  request.set_form_id(form_.id());
  std::map<std::string, int64_t> counts;
  Eventually([&] {
    const auto response = premises_.account.admin().Call<crm::v1::ListFormRefusalsResponse>(request, {.repeat = true});
    for (const auto& refusals : response.refusals()) counts[refusals.reason()] = refusals.count();
    return counts.contains(reason);
  });
  return counts;
}

std::vector<crm::v1::Inquiry> SiteForm::Inquiries() const {
  storage::Connection db(premises_.system.SchemaOf("crm"));
  return db.Select<crm::v1::Inquiry>(
      "SELECT {columns} FROM inquiries WHERE account_id = ? AND source_name = ? ORDER BY id", premises_.account.id(),
      form_.name());
}

crm::v1::Inquiry SiteForm::Inquiry() const {
  const auto inquiries = Inquiries();
  if (inquiries.size() != 1) throw std::runtime_error(fmt::format("there are {} inquiries", inquiries.size()));
  return inquiries[0];
}

Form WithConsent() {
  Form form;
  form.set_consent_text("Согласен на обработку персональных данных");
  form.set_consent_required(true);
  return form;
}

std::string ReasonIn(const HttpAnswer& answer) {
  const auto error = nlohmann::json::parse(answer.body, nullptr, false);
  if (!error.is_object() || !error.contains("details")) return "";
  for (const auto& detail : error["details"]) {
    if (detail["type"] == "google.rpc.ErrorInfo") return detail["debug"]["reason"];
  }
  return "";
}

}  // namespace voronka::testing
