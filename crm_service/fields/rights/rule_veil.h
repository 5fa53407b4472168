#pragma once

#include <google/protobuf/message.h>

#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {

// Takes hidden fields out of a pipeline or a stage, which still holds for them: of what a rule asks for; rules,
// questions and verdicts whose conditions read them; what is asked about a new deal. Nothing of any other message. An
// item of a checklist stays, as one of every deal: whoever moves the deal has to tick it. After an unknown verdict
// there are none, since it may be the true one.
void HideInRules(const HiddenFields& hidden, google::protobuf::Message& message);

}  // namespace voronka::crm
