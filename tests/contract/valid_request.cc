#include "tests/contract/valid_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <ctime>

#include "foundation/rpc/requests/field_path.h"
#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/field_setting.h"
#include "tests/contract/request_paths.h"
#include "tests/contract/sample_field_set.h"
#include "tests/contract/sample_pipeline.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using options::v1::Format;

constexpr int64_t kAnHour = 3'600;
constexpr int64_t kADay = 86'400;

int NextNumber() {
  static std::atomic<int> number = 0;
  return ++number;
}

// Empty: any text is valid.
std::string TextOf(Format format) {
  switch (format) {
    case options::v1::FORMAT_REQUEST_ID:
      return fmt::format("contract/{}", NextNumber());
    case options::v1::FORMAT_KEY:
      return fmt::format("key_{}", NextNumber());
    case options::v1::FORMAT_EMAIL:
      return fmt::format("client-{}@mail.test", NextNumber());
    case options::v1::FORMAT_PHONE:
      return fmt::format("+7 916 {:07}", 1'000'000 + NextNumber());
    case options::v1::FORMAT_TIME_ZONE:
      return "Asia/Yekaterinburg";
    case options::v1::FORMAT_LOCALE:
      return "en";
    case options::v1::FORMAT_CURRENCY:
      return "RUB";
    default:
      return "";
  }
}

class Filling {
 public:
  Filling(const Method& method, const Company& company) : method_(method), company_(company) {}

  void Fill(Message& message) const {
    if (message.GetDescriptor() == crm::v1::Pipeline::descriptor()) return FillPipeline(message);
    if (message.GetDescriptor() == crm::v1::FieldSet::descriptor()) return FillFieldSet(message);
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
      const FieldDescriptor& field = *message.GetDescriptor()->field(i);
      if (!rpc::FieldRules::Of(field).output_only && !IsOther(field)) Set(message, field);
    }
  }

 private:
  // Of alternatives, the first. The client of a new deal is typed in, not named by ID.
  bool IsOther(const FieldDescriptor& field) const {
    if (field.real_containing_oneof() != nullptr && field.index_in_oneof() > 0) return true;
    // What is compared with values is compared with no period.
    if (field.message_type() == crm::v1::Period::descriptor()) return true;
    return method_.name() == "CreateDeal" && field.containing_type() == crm::v1::Deal::descriptor() &&
           (field.name() == "contact_id" || field.name() == "company_id");
  }

  // An activity tells what has been done.
  static bool IsPast(const Message& owner) { return owner.GetDescriptor() == crm::v1::Activity::descriptor(); }
  // The first, unless that says nothing: an approval that is answered is not asked for any more. What is filled is
  // compared with nothing.
  int ChoiceFor(const FieldDescriptor& field) const {
    if (field.enum_type() == crm::v1::Comparison::Operator_descriptor()) return crm::v1::Comparison::OPERATOR_ONE_OF;
    return method_.name() == "AnswerApproval" && field.name() == "state" ? crm::v1::Approval::STATE_GIVEN : 1;
  }

  void Set(Message& owner, const FieldDescriptor& field) const {
    const Format format = field.options().GetExtension(options::v1::field).format();
    if (field.is_map()) return SetEntry(owner, field);
    if (format == options::v1::FORMAT_ID) return PutNumber(owner, field, company_.IdFor(method_, field.name()));
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return SetText(owner, field, format);
      case FieldDescriptor::CPPTYPE_ENUM:
        return PutNumber(owner, field, ChoiceFor(field));
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return SetMessage(owner, field);
      default:
        return;  // Absent versions, page sizes and flags are what most calls have.
    }
  }

  void SetEntry(Message& owner, const FieldDescriptor& field) const {
    if (rpc::EntriesAreFields(field)) return SetOwnField(owner, field);
    const std::string known = company_.TextFor(method_, field.name());
    PutEntry(owner, field, "город", known.empty() ? "Казань" : known);
  }

  static void SetOwnField(Message& owner, const FieldDescriptor& field) {
    PutEntry(owner, field, kOwnField, "");
    auto* entry = owner.GetReflection()->MutableRepeatedMessage(&owner, &field, 0);
    auto* value = entry->GetReflection()->MutableMessage(entry, field.message_type()->map_value());
    static_cast<crm::v1::FieldValue*>(value)->set_text("Текст");
  }

  void SetText(Message& owner, const FieldDescriptor& field, Format format) const {
    if (format == options::v1::FORMAT_PAGE_TOKEN || field.name() == "cursor") return;
    std::string text = company_.TextFor(method_, field.name());
    if (text.empty()) text = TextOf(format);
    if (text.empty() && field.name() == "login") text = fmt::format("Логин-{}", NextNumber());
    if (text.empty() && field.options().GetExtension(options::v1::field).secret()) text = Account::kPassword;
    if (text.empty()) text = "Текст";
    // Fields with a special format that is not known here, for example a history, are left out.
    if (rpc::FieldRules::Of(field).Matches(text)) PutText(owner, field, text);
  }

  void SetMessage(Message& owner, const FieldDescriptor& field) const {
    const std::string& type = field.message_type()->full_name();
    if (type == "google.protobuf.FieldMask") return;
    if (type == "google.protobuf.Timestamp") {
      return PutTime(owner, field, std::time(nullptr) + (IsPast(owner) ? 0 : kADay));
    }
    const auto& rules = rpc::FieldRules::Of(field);
    if (type == "google.protobuf.Duration") return PutTime(owner, field, std::clamp(kAnHour, rules.min, rules.max));
    const auto* reflection = owner.GetReflection();
    Fill(*(field.is_repeated() ? reflection->AddMessage(&owner, &field) : reflection->MutableMessage(&owner, &field)));
  }

  void FillPipeline(Message& message) const {
    auto& pipeline = static_cast<crm::v1::Pipeline&>(message);
    Set(pipeline, *pipeline.GetDescriptor()->FindFieldByName("key"));
    pipeline = SamplePipeline(pipeline.key());
  }

  static void FillFieldSet(Message& message) {
    static_cast<crm::v1::FieldSet&>(message) = SampleFieldSet(crm::v1::ENTITY_DEAL);
  }

  const Method& method_;
  const Company& company_;
};

}  // namespace

std::unique_ptr<Message> ValidRequest(const Method& method, const Company& company) {
  std::unique_ptr<Message> request(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.input_type())->New());
  Filling(method, company).Fill(*request);
  return request;
}

}  // namespace voronka::testing
