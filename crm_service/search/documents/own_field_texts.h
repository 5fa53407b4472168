#pragma once

#include <google/protobuf/map.h>

#include <string>
#include <vector>

#include "crm_service/search/documents/search_document.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// Whether values of the field are found: it is filterable, and its values are written words.
bool IsSearchable(const v1::Field& field);

// The account's own fields of an entity by whose values the caller may find it.
class OwnFieldTexts {
 public:
  OwnFieldTexts(rpc::Session& session, v1::Entity entity);

  void AddTo(std::vector<SearchText>& texts, const google::protobuf::Map<std::string, v1::FieldValue>& values) const;

 private:
  // As `deal.`.
  const std::string prefix_;
  std::vector<v1::Field> fields_;
};

}  // namespace voronka::crm
