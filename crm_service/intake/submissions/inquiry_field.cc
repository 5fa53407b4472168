#include "crm_service/intake/submissions/inquiry_field.h"

#include <unicode/unistr.h>

#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"
#include "foundation/rpc/requests/visible_line.h"

namespace voronka::crm {

InquiryField::InquiryField(const std::string& path) {
  const auto* type = v1::Inquiry::descriptor();
  const size_t dot = path.find('.');
  if (dot != std::string::npos) {
    outer_ = type->FindFieldByName(path.substr(0, dot));
    type = outer_->message_type();
  }
  field_ = type->FindFieldByName(dot == std::string::npos ? path : path.substr(dot + 1));
}

std::string InquiryField::Fitting(const std::string& text) const {
  auto line = icu::UnicodeString::fromUTF8(rpc::VisibleLine(text));
  const auto most = static_cast<int32_t>(rpc::FieldRules::Of(*field_).max_length);
  if (line.countChar32() > most) line.truncate(line.moveIndex32(0, most));
  std::string fitting;
  line.trim().toUTF8String(fitting);
  return fitting;
}

bool InquiryField::Allows(const std::string& text) const {
  const auto& rules = rpc::FieldRules::Of(*field_);
  return rpc::CodePoints(text) <= rules.max_length && !rpc::HasForbiddenCharacters(text, rules.multiline) &&
         rules.Matches(text);
}

bool InquiryField::Take(const std::string& text, v1::Inquiry& inquiry) const {
  if (!Allows(text)) return false;
  google::protobuf::Message& owner =
      outer_ == nullptr ? inquiry : *v1::Inquiry::GetReflection()->MutableMessage(&inquiry, outer_);
  if (!owner.GetReflection()->GetString(owner, field_).empty()) return false;
  owner.GetReflection()->SetString(&owner, field_, text);
  return true;
}

}  // namespace voronka::crm
