#pragma once

#include <google/protobuf/message.h>

#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {

// Takes out of what a client sent with a form (Inquiry.sent) the values that are named as hidden fields, whatever the
// case and the signs of the name: nobody may read a budget there that the field hides. With one of them among the
// values that have no place of their own, all of these go. Nothing of any other message.
void HideInSent(const HiddenFields& hidden, google::protobuf::Message& message);

}  // namespace voronka::crm
