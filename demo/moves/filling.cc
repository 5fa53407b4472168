#include "demo/moves/filling.h"

#include <google/protobuf/message.h>

#include <stdexcept>
#include <string>

namespace voronka::demo {
namespace {

using crm::v1::FieldValue;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int64_t kKopecks = 100;

void FillSystemField(Message& resource, const std::string& name, const FieldValue& value) {
  const FieldDescriptor* field = resource.GetDescriptor()->FindFieldByName(name);
  if (field == nullptr) throw std::logic_error("no field is called " + name);
  const auto& reflection = *resource.GetReflection();
  if (value.has_money()) {
    reflection.MutableMessage(&resource, field)->CopyFrom(value.money());
  } else if (value.has_time()) {
    reflection.MutableMessage(&resource, field)->CopyFrom(value.time());
  } else if (value.has_yes()) {
    reflection.SetBool(&resource, field, value.yes());
  } else if (field->is_repeated()) {
    reflection.AddString(&resource, field, value.text());
  } else {
    reflection.SetString(&resource, field, value.text());
  }
}

template <class Resource>
void FillIn(Resource& resource, const FieldPlace& place, const FieldValue& value) {
  if (place.own) {
    (*resource.mutable_fields())[place.key] = value;
  } else {
    FillSystemField(resource, place.key, value);
  }
}

}  // namespace

FieldValue TextValue(std::string_view text) {
  FieldValue value;
  value.set_text(text.data(), text.size());
  return value;
}

FieldValue MoneyValue(int64_t rubles) {
  FieldValue value;
  value.mutable_money()->set_minor(rubles * kKopecks);
  value.mutable_money()->set_currency("RUB");
  return value;
}

FieldValue ChoiceValue(std::string_view key) {
  FieldValue value;
  value.set_choice(key.data(), key.size());
  return value;
}

FieldValue YesValue(bool yes) {
  FieldValue value;
  value.set_yes(yes);
  return value;
}

FieldValue NumberValue(int64_t number) {
  FieldValue value;
  value.set_number(std::to_string(number));
  return value;
}

void Fill(crm::v1::MoveDealRequest& move, const FieldPlace& place, const FieldValue& value) {
  switch (place.entity) {
    case crm::v1::ENTITY_DEAL:
      return FillIn(*move.mutable_deal(), place, value);
    case crm::v1::ENTITY_CONTACT:
      return FillIn(*move.mutable_contact(), place, value);
    case crm::v1::ENTITY_COMPANY:
      return FillIn(*move.mutable_company(), place, value);
    default:
      throw std::logic_error("not a field of a deal or its client");
  }
}

void Fill(crm::v1::MoveDealRequest& move, std::string_view path, const FieldValue& value) {
  Fill(move, FieldPlace::Parse(std::string(path)), value);
}

}  // namespace voronka::demo
