#include "gateway/forms/form_body.h"

#include <fmt/format.h>

#include "gateway/forms/header_value.h"
#include "gateway/forms/json_form.h"
#include "gateway/forms/multipart.h"
#include "gateway/forms/text_encoding.h"
#include "gateway/forms/urlencoded.h"

namespace voronka::gateway {
namespace {

// Where a page has a hidden field of this name, browsers put the charset into it.
constexpr std::string_view kCharsetField = "_charset_";

rpc::Error UnsupportedType() {
  constexpr const char* kSupported = "application/x-www-form-urlencoded, multipart/form-data, application/json";
  return rpc::Error(rpc::Code::kInvalidArgument, {"UNSUPPORTED_FORM_TYPE",
                                                  "",
                                                  {fmt::format("A form is sent as one of: {}.", kSupported),
                                                   fmt::format("Форму отправляют как одно из: {}.", kSupported)}});
}

std::string Parameter(const HeaderValue& header, const std::string& name) {
  const auto found = header.parameters.find(name);
  return found == header.parameters.end() ? "" : found->second;
}

// Of fields whose part does not say otherwise.
FormFields WithCharset(FormFields fields, std::string charset) {
  const std::string told = fields.Extract(kCharsetField);
  if (charset.empty()) charset = told;
  FormFields known;
  for (FormField field : fields.all()) {
    if (field.charset.empty()) field.charset = charset;
    known.Add(std::move(field));
  }
  return known;
}

FormField FieldOf(const FormPart& part) {
  if (!part.filename) return {.name = part.name, .value = std::string(part.content), .charset = part.charset};
  // Of a file that was not chosen.
  if (part.filename->empty() && part.content.empty()) return {.name = part.name, .value = {}, .charset = {}};
  return {.name = part.name, .value = fmt::format("{} ({} bytes)", *part.filename, part.content.size()), .charset = {}};
}

FormFields FieldsOf(const std::vector<FormPart>& parts) {
  FormFields fields;
  for (const auto& part : parts) fields.Add(FieldOf(part));
  return fields;
}

}  // namespace

FormFields ReadFormBody(std::string_view content_type, std::string_view body) {
  const auto type = ParseHeaderValue(content_type);
  if (!type) throw UnsupportedType();
  std::string charset = Parameter(*type, "charset");
  if (type->value == "application/json") return ParseJsonForm(TextOf(body, charset));
  if (type->value == "application/x-www-form-urlencoded") return WithCharset(ParseUrlencoded(body), std::move(charset));
  if (type->value != "multipart/form-data") throw UnsupportedType();
  return WithCharset(FieldsOf(ParseMultipart(body, Parameter(*type, "boundary"))), std::move(charset));
}

}  // namespace voronka::gateway
