#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// What a client's fields are after a merge, and after its undo. Pure decisions. Phones and emails are no such fields:
// they are united.

// Gives the survivor the values that are chosen from the merged one. Adds UNKNOWN_FIELD at `taken.paths[…]`.
void TakeValues(const google::protobuf::Message& merged, const google::protobuf::FieldMask& taken,
                google::protobuf::Message& survivor, rpc::Violations& violations);
// Gives the survivor the values that it has none of.
void FillGaps(const google::protobuf::Message& merged, google::protobuf::Message& survivor);

// Puts back what the merge changed between `before` and `after`, as far as it is still so `now`. Returns the names of
// the fields that are not.
std::vector<std::string> PutValuesBack(const google::protobuf::Message& before, const google::protobuf::Message& after,
                                       google::protobuf::Message& now);

std::vector<ContactPoint> Without(const std::vector<ContactPoint>& all, const std::vector<ContactPoint>& some);
std::vector<ContactPoint> Common(const std::vector<ContactPoint>& all, const std::vector<ContactPoint>& some);

template <class Client>
void SetPoints(const std::vector<ContactPoint>& points, Client& client) {
  client.clear_phones();
  client.clear_emails();
  if constexpr (kHasMessengers<Client>) client.clear_messengers();
  for (const auto& point : points) AddPoint(point, client);
}

}  // namespace voronka::crm
