echo hot
ifdef::not-ours[]
