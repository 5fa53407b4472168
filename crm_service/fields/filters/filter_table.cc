#include "crm_service/fields/filters/filter_table.h"

#include "voronka/crm/v1/money.pb.h"

namespace voronka::crm {

std::string ColumnOfKey(const FilterTable& table, const std::string& key) {
  const auto* field = table.resource->FindFieldByName(key);
  const bool is_money = field->message_type() == v1::Money::descriptor();
  return is_money ? key + "_minor" : key;
}

bool IsTextColumn(const FilterTable& table, const std::string& key) {
  return table.resource->FindFieldByName(key)->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING;
}

}  // namespace voronka::crm
