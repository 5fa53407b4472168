#include "gateway/forms/submission.h"

#include <algorithm>
#include <array>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/text_encoding.h"
#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"
#include "gateway/forms/acceptable_values.h"
#include "gateway/forms/compressed_body.h"
#include "gateway/forms/fitting_text.h"
#include "gateway/forms/form_body.h"
#include "gateway/forms/urlencoded.h"

namespace voronka::gateway {
namespace {

using crm::v1::SubmitFormRequest;

constexpr size_t kLargest = 1024 * 1024;
constexpr std::string_view kPath = "/forms/";
constexpr size_t kLongestKey = 100;
constexpr std::string_view kInKeys = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

rpc::Error TooLarge() {
  return rpc::Error(rpc::Code::kResourceExhausted, {"FORM_TOO_LARGE",
                                                    "",
                                                    {"The form is larger than 1 MiB; send it without files.",
                                                     "Форма больше 1 МиБ; отправьте её без файлов."}});
}

// The same answer as the service gives to a well-formed key.
rpc::Error UnknownForm() {
  return rpc::Error(rpc::Code::kNotFound, {"UNKNOWN_FORM", "key", {"There is no such form.", "Такой формы нет."}});
}

std::string_view FirstOf(std::string_view text, std::string_view otherwise) { return text.empty() ? otherwise : text; }

void Set(SubmitFormRequest& request, int field_number, std::string_view bytes) {
  const auto* field = SubmitFormRequest::descriptor()->FindFieldByNumber(field_number);
  SubmitFormRequest::GetReflection()->SetString(&request, field, FittingText(rpc::TextOf(bytes, "utf-8"), *field));
}

// Two that differ only in what is cut must still differ.
void SetId(SubmitFormRequest& request, std::string_view id) {
  Set(request, SubmitFormRequest::kSubmissionIdFieldNumber, id);
  if (request.submission_id() != id) request.set_submission_id(security::EncodeBase64Url(security::Sha256(id)));
}

// Some programs put fields into the query: they come after those of the body.
FormFields FieldsOf(const Request& request) {
  const std::string body = Decompressed(request.body(), HeaderOf(request, "content-encoding"), kLargest);
  if (body.size() > kLargest) throw TooLarge();
  FormFields fields = ReadFormBody(HeaderOf(request, "content-type"), body);
  const std::string_view target = View(request.target());
  const size_t query = target.find('?');
  if (query == std::string_view::npos) return fields;
  const FormFields behind = ParseUrlencoded(target.substr(query + 1));
  for (const FormField& field : behind.all()) fields.Add(field);
  return fields;
}

// What scripts send for a field that is not filled in.
bool IsLeftEmpty(std::string_view trap) {
  constexpr std::array<std::string_view, 6> kEmpty = {"0", "false", "null", "undefined", "off", "no"};
  return trap.find_first_not_of(" \t\r\n") == std::string_view::npos || std::ranges::find(kEmpty, trap) != kEmpty.end();
}

}  // namespace

std::string FormKeyOf(const Request& request) {
  auto key = PathOf(request).substr(kPath.size());
  if (key.ends_with('/')) key.remove_suffix(1);
  const bool may_be_one =
      !key.empty() && key.size() <= kLongestKey && key.find_first_not_of(kInKeys) == std::string_view::npos;
  if (!may_be_one) throw UnknownForm();
  return std::string(key);
}

SubmitFormRequest SubmissionOf(const Request& request, const Client& client, const std::string& language) {
  if (request.body().size() > kLargest) throw TooLarge();
  FormFields fields = FieldsOf(request);
  SubmitFormRequest submission;
  submission.set_key(FormKeyOf(request));
  const std::string id = fields.Extract("_id");
  SetId(submission, FirstOf(HeaderOf(request, "idempotency-key"), id));
  const std::string page = fields.Extract("_page");
  Set(submission, SubmitFormRequest::kPageUrlFieldNumber, FirstOf(page, HeaderOf(request, "referer")));
  Set(submission, SubmitFormRequest::kReferrerFieldNumber, fields.Extract("_referrer"));
  Set(submission, SubmitFormRequest::kOriginFieldNumber, SoleHeaderOf(request, "origin"));
  Set(submission, SubmitFormRequest::kUserAgentFieldNumber, HeaderOf(request, "user-agent"));
  Set(submission, SubmitFormRequest::kClientAddressFieldNumber, client.address);
  const std::string trap = fields.Extract("_website");
  if (!IsLeftEmpty(trap)) Set(submission, SubmitFormRequest::kTrapFieldNumber, trap);
  for (auto& value : AcceptableValues(fields, language)) *submission.add_values() = std::move(value);
  return submission;
}

}  // namespace voronka::gateway
